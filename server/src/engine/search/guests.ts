import { chooseNeeds } from '../placing/choose-needs.js'
import { nextStart } from '../placing/start-intervals.js'
import type { Stock } from '../placing/stock.js'
import type { Choice, DayPlan, PlanState } from '../plan/day-plan.js'
import type { Candidate, StageOption } from '../plan/option.js'
import { addLow, isLess, type LowRank, noLow } from '../plan/ranking.js'

/** A stage and its start. */
export interface PlacedStage {
  readonly option: StageOption
  readonly start: number
}

/** One way to use a host's processing time: how far the visit gets with its guests, and when they are all over. */
export interface GuestWay {
  readonly to: number
  /** The minute after the last guest and its gap. */
  readonly ready: number
  readonly rank: number
  readonly low: LowRank
  readonly guests: readonly PlacedStage[]
}

/** A way that may be gone on from: the processing step in which its last guest lies. */
interface OpenWay extends GuestWay {
  readonly window: number
}

/**
 * The guests that hosts can have. What they can do depends on the host's steps and its start, not on who the host is; only
 * where a host keeps something for the whole of its time that a guest could want as well does it depend on both.
 */
export class Guests {
  readonly #plan: DayPlan
  readonly #stock: Stock
  /** By what guests depend on: the host's steps, or the host itself; then by state and start. */
  readonly #merged = new Map<object, Map<number, readonly GuestWay[]>>()
  readonly #wantedFrom = new Map<number, Set<string>>()

  constructor(plan: DayPlan, stock: Stock) {
    this.#plan = plan
    this.#stock = stock
  }

  /**
   * The ways to have guests, for a visit that has got to a state with this host.
   *
   * @param keep how many are wanted of several ways that lead to the same, each with other people
   */
  of(host: StageOption, start: number, state: number, keep: number): readonly GuestWay[] {
    const isShared = !this.#mayClash(host, state)
    // Steps are the same thing for all performers of a service who have the same.
    const holder = isShared ? host.windows : host
    let known = this.#merged.get(holder)
    if (known === undefined) {
      known = new Map()
      this.#merged.set(holder, known)
    }
    const key = (start * this.#plan.states.length + state) * mostKept + Math.min(keep, mostKept - 1)
    let ways = known.get(key)
    if (ways === undefined) {
      ways = this.#ways(host, start, state, isShared ? keep : Number.POSITIVE_INFINITY, !isShared)
      known.set(key, ways)
    }
    return ways
  }

  #ways(host: StageOption, start: number, state: number, keep: number, checks: boolean): GuestWay[] {
    const { states } = this.#plan
    const found: OpenWay[] = []
    const windows = host.windows.length
    const hostReady = start + host.minutesUntilReady
    const begin: OpenWay = { to: state, ready: start, rank: 0, low: noLow, guests: [], window: 0 }
    let level: OpenWay[] = [begin]
    while (level.length > 0) {
      const next: OpenWay[] = []
      for (const way of level) {
        for (const choice of (states[way.to] as PlanState).choices) {
          if (choice.isParallel) this.#place(host, start, way, choice, checks, next)
        }
      }
      level = bestOf(next, keep, ({ to, window, ready }) => (ready * windows + window) * states.length + to)
      found.push(...level)
    }
    // Whoever is over before the host makes nobody wait: these ways lead to the same.
    return bestOf(found, keep, ({ to, ready }) => Math.max(ready, hostReady) * states.length + to)
  }

  /** Adds every way to have one more guest: in each processing step, as early as it fits there. */
  #place(
    host: StageOption,
    start: number,
    way: OpenWay,
    { option, to }: Choice,
    checks: boolean,
    into: OpenWay[],
  ): void {
    for (let window = way.window; window < host.windows.length; window++) {
      const { from, to: until } = host.windows[window] as StageOption['windows'][number]
      const lastStart = start + until - option.minutes
      let at = nextStart(option.starts, Math.max(start + from, way.ready))
      while (checks && at <= lastStart && !this.#fits(host, start, [...way.guests, { option, start: at }])) {
        at = nextStart(option.starts, at + 1)
      }
      if (!(at <= lastStart)) continue
      into.push({
        to,
        ready: at + option.minutesUntilReady,
        rank: way.rank + option.rank,
        low: addLow(way.low, option.low),
        guests: [...way.guests, { option, start: at }],
        window,
      })
    }
  }

  #fits(host: StageOption, start: number, guests: readonly PlacedStage[]): boolean {
    return chooseNeeds(this.#stock, claimsOf([{ option: host, start }, ...guests])) !== undefined
  }

  /** Whether a host keeps for all of its time what one of its guests could want. */
  #mayClash(host: StageOption, state: number): boolean {
    const { needs } = host.candidates[0] as Candidate
    if (needs.length === 0) return false
    const kept = needs.filter(({ during }) => during === 'all').flatMap(({ resourceIds }) => resourceIds)
    if (kept.length === 0) return false
    const wanted = this.#wanted(state)
    return kept.some((id) => wanted.has(id))
  }

  /** Everything that could be taken by guests of a visit that has got so far. */
  #wanted(state: number): ReadonlySet<string> {
    let wanted = this.#wantedFrom.get(state)
    if (wanted === undefined) {
      wanted = new Set()
      for (const { isParallel, option, to } of (this.#plan.states[state] as PlanState).choices) {
        if (!isParallel) continue
        for (const { resourceId, needs } of option.candidates) {
          wanted.add(resourceId)
          for (const { resourceIds } of needs) for (const id of resourceIds) wanted.add(id)
        }
        for (const id of this.#wanted(to)) wanted.add(id)
      }
      this.#wantedFrom.set(state, wanted)
    }
    return wanted
  }
}

/** The items of stages, each with its start. */
export const claimsOf = (stages: readonly PlacedStage[]) =>
  stages.flatMap(({ option, start }) => option.candidates.map((claim) => ({ claim, start })))

/** Nobody wants more alternatives than can be told apart here; with more, all ways are kept. */
const mostKept = 32

/** Who does what, whichever guest comes first. */
const peopleOf = ({ guests }: GuestWay) =>
  guests
    .flatMap(({ option }) => option.candidates.map(({ service, place }) => `${service}/${place}`))
    .sort()
    .join()

const isBetter = (one: GuestWay, other: GuestWay) => isLess(one.rank, one.low, other.rank, other.low)

/** Of ways with the same key the best, each with other people. */
function bestOf<Way extends GuestWay>(ways: readonly Way[], keep: number, keyOf: (way: Way) => number): Way[] {
  if (keep >= mostKept - 1) return [...ways]
  const best = new Map<number, Way[]>()
  for (const way of ways) {
    const key = keyOf(way)
    const known = best.get(key)
    if (known === undefined) best.set(key, [way])
    else addBest(known, way, keep)
  }
  return [...best.values()].flat()
}

/** Adds a way in its place, the best first, unless enough others are better or one of them is by the same people. */
function addBest<Way extends GuestWay>(known: Way[], way: Way, keep: number): void {
  if (known.length === keep && !isBetter(way, known.at(-1) as Way)) return
  if (keep > 1) {
    const people = peopleOf(way)
    const same = known.findIndex((other) => peopleOf(other) === people)
    if (same >= 0 && !isBetter(way, known[same] as Way)) return
    if (same >= 0) known.splice(same, 1)
  }
  const place = known.findIndex((other) => isBetter(way, other))
  known.splice(place < 0 ? known.length : place, 0, way)
  if (known.length > keep) known.pop()
}
