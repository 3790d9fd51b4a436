import { chooseNeeds } from '../placing/choose-needs.js'
import type { Stock } from '../placing/stock.js'
import type { DayPlan, PlanState } from '../plan/day-plan.js'
import type { Candidate, StageOption } from '../plan/option.js'
import { addLow, isLess, type LowRank, noLow } from '../plan/ranking.js'
import { allKept, GuestPlaces, type PlacedStage } from './guest-places.js'

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
  readonly #places: GuestPlaces
  /** By what guests depend on: the host's steps, or the host itself; then by state and start. */
  readonly #merged = new Map<object, Map<number, readonly GuestWay[]>>()
  readonly #wantedFrom = new Map<number, Set<string>>()
  /** What was asked for last: many hosts in a row have the same steps and start. */
  #last: { holder: object; key: number; ways: readonly GuestWay[] } | undefined

  constructor(plan: DayPlan, stock: Stock) {
    this.#plan = plan
    this.#stock = stock
    this.#places = new GuestPlaces(plan)
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
    const key = (start * this.#plan.states.length + state) * (allKept + 1) + Math.min(keep, allKept)
    if (this.#last?.holder === holder && this.#last.key === key) return this.#last.ways
    let known = this.#merged.get(holder)
    if (known === undefined) {
      known = new Map()
      this.#merged.set(holder, known)
    }
    let ways = known.get(key)
    if (ways === undefined) {
      ways = this.#ways(host, start, state, isShared ? Math.min(keep, allKept) : Number.POSITIVE_INFINITY)
      known.set(key, ways)
    }
    this.#last = { holder, key, ways }
    return ways
  }

  /** @param keep infinite where it depends on the host which guests it can have */
  #ways(host: StageOption, start: number, state: number, keep: number): GuestWay[] {
    const { length } = this.#plan.states
    const found: OpenWay[] = []
    const windows = host.windows.length
    const hostReady = start + host.minutesUntilReady
    const begin: OpenWay = { to: state, ready: start, rank: 0, low: noLow, guests: [], window: 0 }
    let level: OpenWay[] = [begin]
    while (level.length > 0) {
      const next: OpenWay[] = []
      for (const way of level) this.#addNext(host, start, way, keep, next)
      level = bestOf(next, keep, ({ to, window, ready }) => (ready * windows + window) * length + to)
      found.push(...level)
    }
    // Whoever is over before the host makes nobody wait: these ways lead to the same.
    return bestOf(found, keep, ({ to, ready }) => Math.max(ready, hostReady) * length + to)
  }

  /** Adds every way to have one more guest: in each processing step, as early as it fits there. */
  #addNext(host: StageOption, start: number, way: OpenWay, keep: number, into: OpenWay[]): void {
    for (let window = way.window; window < host.windows.length; window++) {
      const { from, to: until } = host.windows[window] as StageOption['windows'][number]
      const ready = Math.max(start + from, way.ready)
      const fits = (guest: PlacedStage) => this.#fits(host, start, [...way.guests, guest])
      const places =
        keep === Number.POSITIVE_INFINITY
          ? this.#places.passing(way.to, ready, start + until, fits)
          : this.#places.best(way.to, ready, keep)
      for (const place of places) {
        if (place.end > start + until) continue
        into.push({
          to: place.to,
          ready: place.ready,
          rank: way.rank + place.option.rank,
          low: addLow(way.low, place.option.low),
          guests: [...way.guests, place],
          window,
        })
      }
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

/** Who does what, whichever guest comes first. */
const peopleOf = ({ guests }: GuestWay) =>
  guests
    .flatMap(({ option }) => option.candidates.map(({ service, place }) => `${service}/${place}`))
    .sort()
    .join()

const isBetter = (one: GuestWay, other: GuestWay) => isLess(one.rank, one.low, other.rank, other.low)

/** Of ways with the same key the best, each with other people. */
function bestOf<Way extends GuestWay>(ways: Way[], keep: number, keyOf: (way: Way) => number): Way[] {
  if (keep >= allKept || ways.length < 2) return ways
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
