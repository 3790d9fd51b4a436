import { chooseNeeds } from '../placing/choose-needs.js'
import { nextStart } from '../placing/start-intervals.js'
import type { Stock } from '../placing/stock.js'
import type { Candidate, StageOption } from '../plan/option.js'
import type { PlacedStage } from '../search/guest-places.js'
import { claimsOf } from '../search/guests.js'

/** Everything that an option could take. */
const wantedBy = ({ candidates }: StageOption) =>
  candidates.flatMap(({ resourceId, needs }) => [resourceId, ...needs.flatMap(({ resourceIds }) => resourceIds)])

/**
 * Where units lie that are all as early as their resources allow, in some order of placing them. Only units that could take
 * the same resource are in each other's way, so each such cluster is worked out by itself, once for each start.
 */
export class Clusters {
  readonly #stock: Stock
  readonly #rivals = new Map<StageOption, Map<StageOption, boolean>>()
  readonly #wanted = new Map<StageOption, Set<string>>()

  constructor(stock: Stock) {
    this.#stock = stock
  }

  /** The options apart by clusters. */
  split(options: readonly StageOption[]): StageOption[][] {
    let clusters: StageOption[][] = []
    for (const option of options) {
      const mine = clusters.filter((cluster) => cluster.some((other) => this.#areRivals(option, other)))
      clusters = [...clusters.filter((cluster) => !mine.includes(cluster)), [...mine.flat(), option]]
    }
    return clusters
  }

  #areRivals(one: StageOption, other: StageOption): boolean {
    let known = this.#rivals.get(one)
    if (known === undefined) {
      known = new Map()
      this.#rivals.set(one, known)
    }
    let answer = known.get(other)
    if (answer === undefined) {
      const wanted = this.#wantedBy(one)
      answer = wantedBy(other).some((id) => wanted.has(id))
      known.set(other, answer)
    }
    return answer
  }

  #wantedBy(option: StageOption): Set<string> {
    let wanted = this.#wanted.get(option)
    if (wanted === undefined) {
      wanted = new Set(wantedBy(option))
      this.#wanted.set(option, wanted)
    }
    return wanted
  }

  /** Every different outcome of placing a cluster from a minute on, over all orders. */
  outcomes(cluster: readonly StageOption[], from: number): PlacedStage[][] {
    const outcomes = new Map<string, PlacedStage[]>()
    const go = (left: readonly StageOption[], placed: readonly PlacedStage[]) => {
      if (left.length === 0) {
        const inOrder = cluster.map((option) => placed.find((one) => one.option === option) as PlacedStage)
        outcomes.set(inOrder.map(({ start }) => start).join(), inOrder)
      }
      for (const [index, option] of left.entries()) {
        const start = this.#earliest(option, from, placed)
        if (!Number.isNaN(start)) go(left.toSpliced(index, 1), [...placed, { option, start }])
      }
    }
    go(cluster, [])
    return [...outcomes.values()]
  }

  /** The first minute at which an option fits beside what has been placed; NaN where there is none. */
  #earliest(option: StageOption, from: number, placed: readonly PlacedStage[]): number {
    let start = nextStart(option.starts, from)
    if (placed.length === 0) return start
    const isSimple = this.#isSimple(option) && placed.every((one) => this.#isSimple(one.option))
    while (!Number.isNaN(start)) {
      const next = isSimple
        ? this.#afterClash(option, start, placed)
        : this.#fits(option, start, placed)
          ? start
          : start + 1
      if (next === start) return start
      start = nextStart(option.starts, next)
    }
    return start
  }

  /** Whether an option takes nothing but one seat of each performer, of those who have only one for the party. */
  #isSimple({ candidates }: StageOption): boolean {
    return candidates.every(({ resourceId, needs }) => needs.length === 0 && !this.#stock.of(resourceId).seatsTwo)
  }

  #fits(option: StageOption, start: number, placed: readonly PlacedStage[]): boolean {
    return chooseNeeds(this.#stock, claimsOf([...placed, { option, start }])) !== undefined
  }

  /** The start itself if nothing is in its way, else the first at which what is in its way is over. Tails give way. */
  #afterClash(option: StageOption, start: number, placed: readonly PlacedStage[]): number {
    for (const mine of option.candidates) {
      for (const { option: other, start: at } of placed) {
        for (const theirs of other.candidates) {
          if (theirs.resourceId !== mine.resourceId) continue
          const after = clashEnd(mine, start, theirs, at)
          if (after > start) return after
        }
      }
    }
    return start
  }
}

function clashEnd(mine: Candidate, start: number, theirs: Candidate, at: number): number {
  for (const { from, to } of mine.shape.active) {
    for (const work of theirs.shape.active) {
      if (start + from < at + work.to && at + work.from < start + to) return at + work.to - from
    }
  }
  return start
}
