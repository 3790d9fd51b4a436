import { runOf } from '../chain/read-overlap.js'
import { intersect } from '../placing/combine-starts.js'
import type { Shape } from '../placing/shape.js'
import { nextStart } from '../placing/start-intervals.js'
import { type Lifted, Stock } from '../placing/stock.js'
import { longestMinutes } from '../plan/longest-minutes.js'
import { type StageOption, StageOptions } from '../plan/option.js'
import type { Question } from '../plan/question.js'
import { addLow, isLess, type LowRank, noLow, Ranking } from '../plan/ranking.js'
import { unitsOf } from '../plan/units.js'
import { gridStarts } from '../search/first-starts.js'
import type { PlacedStage } from '../search/guest-places.js'
import type { Resources, SearchOptions } from '../types.js'
import { Clusters } from './clusters.js'

/** An overlapping visit from some start: its units in the order asked for. */
interface OverlapVisit {
  readonly stages: readonly PlacedStage[]
  readonly rank: number
  readonly low: LowRank
}

/** A way to staff the first units of a visit. */
interface Staffed {
  readonly options: readonly StageOption[]
  readonly rank: number
  readonly low: LowRank
  /** No visit that begins so ends earlier. */
  readonly end: number
}

/**
 * A visit whose services may all run at the same time. There are few of them, so every way to staff them is tried, dropped
 * as soon as it cannot be among the best any more.
 */
export class OverlapSearch {
  readonly stock: Stock
  readonly #units: readonly (readonly StageOption[])[]
  /** For each option, its starts on the grid of any of its people. */
  readonly #firsts: ReadonlyMap<StageOption, ReadonlySet<number>>
  readonly #ranking: Ranking
  readonly #clusters: Clusters
  readonly #maxIdle: number
  readonly #maxChain: number
  readonly #wanted: number

  constructor(question: Question, resources: Resources, options: SearchOptions, lifted: Lifted = {}) {
    const { request } = question
    const { maxIdleMinutes = Number.POSITIVE_INFINITY, maxChainMinutes = Number.POSITIVE_INFINITY } = request
    this.stock = new Stock(resources, request.partySize, lifted)
    this.#maxIdle = lifted.limits ? Number.POSITIVE_INFINITY : maxIdleMinutes
    this.#maxChain = lifted.limits ? Number.POSITIVE_INFINITY : maxChainMinutes
    this.#wanted = 1 + (options.alternativesPerStart ?? 0)
    this.#ranking = new Ranking(request, resources, options, longestMinutes(question, resources))
    this.#clusters = new Clusters(this.stock)
    const stages = new StageOptions(question, this.stock, () => this.#ranking)
    this.#units = unitsOf(request, [...request.services.keys()]).map(({ services }) => stages.of(services))
    this.#firsts = new Map(
      this.#units.flat().map((option) => {
        const ofEach = option.candidates.flatMap(({ ownStarts, on }) =>
          gridStarts(intersect(ownStarts, option.starts), on.resource.openings, options),
        )
        return [option, new Set(ofEach)]
      }),
    )
  }

  get hasStart(): boolean {
    return this.#starts().some((start) => this.#visits(start, 1).length > 0)
  }

  /** Every start, in order of time, each with the best visits, as many as are wanted. */
  find(visit: (start: number, visits: readonly (readonly PlacedStage[])[]) => void): void {
    for (const start of this.#starts()) {
      const visits = this.#visits(start, this.#wanted).map(({ stages }) => stages)
      if (visits.length > 0) visit(start, visits)
    }
  }

  #starts(): number[] {
    if (this.#units.some((options) => options.length === 0)) return []
    return [...new Set([...this.#firsts.values()].flatMap((starts) => [...starts]))].sort((one, other) => one - other)
  }

  #visits(start: number, wanted: number): OverlapVisit[] {
    const best: OverlapVisit[] = []
    const { perMinute, changeRank } = this.#ranking
    const known = new Map<string, PlacedStage[][]>()
    // What is left costs at least this much, and ends no earlier, whoever does it.
    const bounds = this.#boundsFrom(start)
    const go = (staffed: Staffed) => {
      const depth = staffed.options.length
      const rest = bounds[depth] as { rank: number; end: number }
      const end = Math.max(staffed.end, rest.end)
      if (end - start > this.#maxChain) return
      const worst = best[wanted - 1]
      if (worst !== undefined && staffed.rank + rest.rank + (end - start) * perMinute > worst.rank) return
      if (depth === this.#units.length) {
        const visit = this.#place(staffed, start, known)
        if (visit) insert(best, visit, wanted)
        return
      }
      const ways: Staffed[] = []
      for (const option of this.#units[depth] as readonly StageOption[]) {
        const at = nextStart(option.starts, start)
        if (Number.isNaN(at)) continue
        const isChange = depth > 0 && staffed.options[depth - 1]?.lead !== option.lead
        const options = [...staffed.options, option]
        ways.push({
          options,
          rank: staffed.rank + option.rank + (isChange ? changeRank : 0),
          low: addLow(staffed.low, option.low),
          end: Math.max(staffed.end, at + option.minutes, start + this.#longestWork(options)),
        })
      }
      // The sooner a good visit is found, the fewer others need a look.
      ways.sort((one, other) => one.rank + one.end * perMinute - (other.rank + other.end * perMinute))
      for (const way of ways) go(way)
    }
    go({ options: [], rank: 0, low: noLow, end: start })
    return best
  }

  /** The most minutes that any of the people has to work who cannot do two things at once, if the last has work. */
  #longestWork(options: readonly StageOption[]): number {
    let longest = 0
    for (const { resourceId } of options.at(-1)?.candidates ?? []) {
      if (this.stock.of(resourceId).seatsTwo) continue
      let minutes = 0
      for (const { candidates } of options) {
        for (const { resourceId: id, shape } of candidates) if (id === resourceId) minutes += workMinutes(shape)
      }
      longest = Math.max(longest, minutes)
    }
    return longest
  }

  #boundsFrom(start: number): { rank: number; end: number }[] {
    const bounds = [{ rank: 0, end: start }]
    for (const options of this.#units.toReversed()) {
      const after = bounds[0] as { rank: number; end: number }
      let rank = Number.POSITIVE_INFINITY
      let end = Number.POSITIVE_INFINITY
      for (const option of options) {
        const at = nextStart(option.starts, start)
        if (Number.isNaN(at)) continue
        rank = Math.min(rank, option.rank)
        end = Math.min(end, at + option.minutes)
      }
      bounds.unshift({ rank: after.rank + rank, end: Math.max(after.end, end) })
    }
    return bounds
  }

  /** The shortest visit with these people: over every outcome of every cluster of them. */
  #place(
    { options, rank, low }: Staffed,
    start: number,
    known: Map<string, PlacedStage[][]>,
  ): OverlapVisit | undefined {
    let best: { stages: readonly PlacedStage[]; span: number } | undefined
    const choices = this.#clusters.split(options).map((cluster) => this.#outcomes(cluster, start, known))
    const go = (depth: number, placed: readonly PlacedStage[]) => {
      const outcomes = choices[depth]
      if (outcomes === undefined) {
        if (!placed.some((stage) => this.#isFirst(stage, start))) return
        const { span, pause } = runOf(itemsOf(placed))
        if (pause > this.#maxIdle || span > this.#maxChain) return
        if (best === undefined || span < best.span) best = { stages: placed, span }
        return
      }
      for (const outcome of outcomes) go(depth + 1, [...placed, ...outcome])
    }
    go(0, [])
    if (best === undefined) return undefined
    const { stages, span } = best
    const inOrder = options.map((option) => stages.find((stage) => stage.option === option) as PlacedStage)
    return { stages: inOrder, rank: rank + span * this.#ranking.perMinute, low }
  }

  #outcomes(cluster: readonly StageOption[], start: number, known: Map<string, PlacedStage[][]>): PlacedStage[][] {
    const key = cluster
      .map(({ candidates }) => candidates.map(({ service, place }) => `${service}/${place}`).join())
      .join()
    let outcomes = known.get(key)
    if (outcomes === undefined) {
      const all = this.#clusters.outcomes(cluster, start)
      outcomes = this.#maxIdle < Number.POSITIVE_INFINITY ? all : this.#shortest(all, start)
      known.set(key, outcomes)
    }
    return outcomes
  }

  /** Where waits don't matter: the outcome that is over first, and the first of those that begin at the start. */
  #shortest(outcomes: readonly PlacedStage[][], start: number): PlacedStage[][] {
    const endOf = (stages: readonly PlacedStage[]) =>
      stages.reduce((last, stage) => Math.max(last, stage.start + stage.option.minutes), start)
    const sorted = outcomes.toSorted((one, other) => endOf(one) - endOf(other))
    const beginning = sorted.find((stages) => stages.some((stage) => this.#isFirst(stage, start)))
    const [first] = sorted
    if (first === undefined) return []
    return beginning === undefined || beginning === first ? [first] : [first, beginning]
  }

  #isFirst({ option, start: at }: PlacedStage, start: number): boolean {
    return at === start && (this.#firsts.get(option)?.has(start) ?? false)
  }
}

const itemsOf = (stages: readonly PlacedStage[]) =>
  stages.flatMap(({ option, start }) => option.candidates.map(({ shape }) => ({ start, end: start + shape.minutes })))

const workMinutes = ({ active }: Shape) => active.reduce((sum, { from, to }) => sum + to - from, 0)

function insert(best: OverlapVisit[], visit: OverlapVisit, wanted: number): void {
  let place = best.length
  while (place > 0) {
    const before = best[place - 1] as OverlapVisit
    if (!isLess(visit.rank, visit.low, before.rank, before.low)) break
    place--
  }
  if (place === wanted) return
  best.splice(place, 0, visit)
  if (best.length > wanted) best.pop()
}
