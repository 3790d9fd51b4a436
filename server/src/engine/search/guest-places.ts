import { nextStart } from '../placing/start-intervals.js'
import type { Choice, DayPlan, PlanState } from '../plan/day-plan.js'
import type { StageOption } from '../plan/option.js'
import { isLess } from '../plan/ranking.js'

/** How many of a kind are kept at most; where so many are wanted, all of them are. */
export const allKept = 31

/** A stage and its start. */
export interface PlacedStage {
  readonly option: StageOption
  readonly start: number
}

/** A guest at its earliest: how far the visit gets with it, when it is over, and when another may start. */
export interface GuestPlace extends PlacedStage {
  readonly to: number
  readonly end: number
  readonly ready: number
}

/**
 * Where the next guest of a visit may lie. Without the host that depends on the minute alone, and of all those who would
 * be there at the same time the best are enough: so this is worked out once for each minute, whatever the host.
 */
export class GuestPlaces {
  readonly #choices: readonly (readonly Choice[])[]
  readonly #longest: number
  readonly #known = new Map<number, readonly GuestPlace[]>()

  constructor({ states }: DayPlan) {
    this.#choices = states.map(({ choices }) => choices.filter(({ isParallel }) => isParallel))
    this.#longest = longestWindow(states)
  }

  /** The places from a minute on, of those that lead to the same at the same time the best, as many as are to be kept. */
  best(state: number, ready: number, keep: number): readonly GuestPlace[] {
    const key = (ready * this.#choices.length + state) * (allKept + 1) + keep
    let places = this.#known.get(key)
    if (places === undefined) {
      places = this.#workOut(state, ready, keep)
      this.#known.set(key, places)
    }
    return places
  }

  #workOut(state: number, ready: number, keep: number): GuestPlace[] {
    const places: GuestPlace[] = []
    for (const choice of this.#choices[state] as readonly Choice[]) {
      const start = nextStart(choice.option.starts, ready)
      if (start + choice.option.minutes - ready <= this.#longest) keepBest(places, choice, start, keep)
    }
    return places
  }

  /** All places from a minute on that are over in time and pass a test, each guest at the first minute at which it does. */
  *passing(
    state: number,
    ready: number,
    until: number,
    passes: (guest: PlacedStage) => boolean,
  ): Generator<GuestPlace, void, undefined> {
    for (const choice of this.#choices[state] as readonly Choice[]) {
      const { option } = choice
      let start = nextStart(option.starts, ready)
      while (start + option.minutes <= until && !passes({ option, start })) start = nextStart(option.starts, start + 1)
      if (start + option.minutes <= until) yield placeOf(choice, start)
    }
  }
}

function longestWindow(states: readonly PlanState[]): number {
  let longest = 0
  for (const { choices } of states) {
    for (const { option, isHost } of choices) {
      if (isHost) for (const { from, to } of option.windows) longest = Math.max(longest, to - from)
    }
  }
  return longest
}

const placeOf = ({ option, to }: Choice, start: number): GuestPlace => ({
  option,
  start,
  to,
  end: start + option.minutes,
  ready: start + option.minutesUntilReady,
})

/** Adds a place, unless enough others are there at the same time and better, or in place of the worst of them. */
function keepBest(places: GuestPlace[], choice: Choice, start: number, keep: number): void {
  const { option, to } = choice
  const end = start + option.minutes
  const ready = start + option.minutesUntilReady
  let worst = -1
  let count = 0
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as GuestPlace
    if (place.to !== to || place.end !== end || place.ready !== ready) continue
    count++
    if (worst < 0 || isBetter((places[worst] as GuestPlace).option, place.option)) worst = index
    if (keep === 1) break
  }
  if (count < keep || keep === allKept) places.push(placeOf(choice, start))
  else if (isBetter(option, (places[worst] as GuestPlace).option)) places[worst] = placeOf(choice, start)
}

const isBetter = (one: StageOption, other: StageOption) => isLess(one.rank, one.low, other.rank, other.low)
