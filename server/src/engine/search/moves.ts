import { nextStart } from '../placing/start-intervals.js'
import type { Choice, DayPlan, PlanState } from '../plan/day-plan.js'
import type { StageOption } from '../plan/option.js'
import { addLow, type LowRank } from '../plan/ranking.js'
import type { Guests, GuestWay } from './guests.js'

/** A stage of a visit with its guests. */
export interface VisitStage {
  readonly option: StageOption
  readonly start: number
  readonly guests: GuestWay | undefined
}

/** One way to go on with a visit. */
export interface Move extends VisitStage {
  /** How far the visit has got then, and when it is ready for the next stage. */
  readonly to: number
  readonly ready: number
  /** When the stage itself is over; its guests are so no later. */
  readonly end: number
  readonly rank: number
  readonly low: LowRank
}

/** Takes a move apart, so that none has to be made where many are only compared. */
export type Visitor = (choice: Choice, start: number, to: number, ready: number, guests: GuestWay | undefined) => void

/** The ways to go on with the visits of a day. */
export class Moves {
  readonly #plan: DayPlan
  readonly guests: Guests
  readonly maxIdle: number

  constructor(plan: DayPlan, guests: Guests, maxIdleMinutes: number) {
    this.#plan = plan
    this.guests = guests
    this.maxIdle = maxIdleMinutes
  }

  /**
   * Every way to go on from a state, for a visit that is ready at that minute: each stage at its earliest, none after too
   * long a wait.
   *
   * @param keep how many are wanted of the ways to have guests that lead to the same
   */
  each(state: number, ready: number, keep: number, visit: Visitor): void {
    const { choices, lastReady } = this.#plan.states[state] as PlanState
    if (ready > lastReady) return
    const latest = ready + this.maxIdle
    for (let number = 0; number < choices.length; number++) {
      const choice = choices[number] as Choice
      const start = nextStart(choice.option.starts, ready)
      if (start <= latest) this.begin(choice, start, keep, visit)
    }
  }

  /** Every way to begin with a stage at a minute at which it can start: alone, and with each of its guests. */
  begin(choice: Choice, start: number, keep: number, visit: Visitor): void {
    const { option, to } = choice
    const ready = start + option.minutesUntilReady
    visit(choice, start, to, ready, undefined)
    if (!choice.isHost) return
    for (const way of this.guests.of(option, start, to, keep)) {
      visit(choice, start, way.to, Math.max(ready, way.ready), way)
    }
  }
}

/** A move as a thing. */
export function moveOf(option: StageOption, start: number, to: number, guests: GuestWay | undefined): Move {
  const ready = start + option.minutesUntilReady
  return {
    option,
    start,
    to,
    guests,
    ready: guests === undefined ? ready : Math.max(ready, guests.ready),
    end: start + option.minutes,
    rank: option.rank + (guests?.rank ?? 0),
    low: guests ? addLow(option.low, guests.low) : option.low,
  }
}
