import { nextOnGrid } from '../intervals/slot-starts.js'
import { holdsStart, perInterval, type StartIntervals } from '../placing/start-intervals.js'
import type { Choice, DayPlan, PlanState } from '../plan/day-plan.js'
import type { StageOption } from '../plan/option.js'
import type { Opening, SearchOptions } from '../types.js'

/** Where the first stage of a visit may start. */
export type StartOptions = Pick<SearchOptions, 'stepMinutes' | 'exactStart' | 'from' | 'until'>

/** Takes starts on one grid: `first`, `first + step`, ... up to `last`. */
type RunVisitor = (first: number, last: number) => void

/** The runs of starts that a first stage offers within the bounds of the search: on the grid of its first performer. */
function eachRun(starts: StartIntervals, openings: readonly Opening[], options: StartOptions, visit: RunVisitor): void {
  const { stepMinutes, exactStart, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = options
  if (exactStart !== undefined) {
    const isInBounds = from <= exactStart && exactStart < until
    if (isInBounds && holdsStart(starts, exactStart)) visit(exactStart, exactStart)
    return
  }
  for (const { start, end, gridAnchor } of openings) {
    for (let index = 0; index < starts.length; index += perInterval) {
      // The anchor is that of the opening which holds the start, though the service may end in the next one.
      const low = Math.max(starts[index] as number, start, from)
      const last = Math.min(starts[index + 1] as number, end - 1, until - 1)
      if (low > last) continue
      const first = nextOnGrid(low, gridAnchor ?? (starts[index + 2] as number), stepMinutes)
      if (first <= last) visit(first, last)
    }
  }
}

const openingsOf = ({ candidates: [first] }: StageOption) => first?.on.resource.openings ?? []

/** The starts that lie on the grid of an opening which holds them. */
export function gridStarts(starts: StartIntervals, openings: readonly Opening[], options: StartOptions): number[] {
  const found: number[] = []
  eachRun(starts, openings, options, (first, last) => {
    for (let start = first; start <= last; start += options.stepMinutes) found.push(start)
  })
  return found
}

/** Every minute at which a first stage can start, and the stages that can. */
export class FirstStages {
  /** Ascending. */
  readonly starts: readonly number[]
  /** The first of the starts: minutes are counted from there. */
  readonly origin: number
  readonly #choices: readonly Choice[]
  /** The numbers of the stages of each start, one start after the other. */
  readonly #numbers: Int32Array
  /** By minutes since the first start, where its stages begin and end. */
  readonly #begins: Int32Array
  readonly #ends: Int32Array

  constructor({ states }: DayPlan, options: StartOptions) {
    const runs: { choice: Choice; first: number; last: number }[] = []
    let from = Number.POSITIVE_INFINITY
    let to = Number.NEGATIVE_INFINITY
    const { choices } = states[0] as PlanState
    for (const choice of choices) {
      eachRun(choice.option.starts, openingsOf(choice.option), options, (first, last) => {
        runs.push({ choice, first, last })
        from = Math.min(from, first)
        to = Math.max(to, last)
      })
    }
    const begins = new Int32Array(runs.length === 0 ? 1 : to - from + 2)
    for (const { first, last } of runs) {
      for (let minute = first - from; minute <= last - from; minute += options.stepMinutes) {
        begins[minute + 1] = (begins[minute + 1] as number) + 1
      }
    }
    for (let minute = 1; minute < begins.length; minute++) {
      begins[minute] = (begins[minute] as number) + (begins[minute - 1] as number)
    }
    const ends = begins.slice()
    const numbers = new Int32Array(begins.at(-1) ?? 0)
    for (const { choice, first, last } of runs) {
      for (let minute = first - from; minute <= last - from; minute += options.stepMinutes) {
        const end = ends[minute] as number
        // Shifts that overlap may have the same grid.
        if (end > (begins[minute] as number) && numbers[end - 1] === choice.number) continue
        numbers[end] = choice.number
        ends[minute] = end + 1
      }
    }
    const starts: number[] = []
    for (let minute = 0; minute < ends.length; minute++) {
      if ((ends[minute] as number) > (begins[minute] as number)) starts.push(from + minute)
    }
    this.starts = starts
    this.origin = starts[0] ?? 0
    this.#choices = choices
    this.#numbers = numbers
    this.#begins = begins
    this.#ends = ends
  }

  /** One of the stages of a start: from where they begin to where they end. */
  choiceAt(index: number): Choice {
    return this.#choices[this.#numbers[index] as number] as Choice
  }

  /** Where the stages of a start begin. */
  beginOf(start: number): number {
    return this.#begins[start - this.origin] as number
  }

  /** Where they end. */
  endOf(start: number): number {
    return this.#ends[start - this.origin] as number
  }
}

/** Whether a visit can start at all, where nothing but its stages' own times keeps the rest of it away. */
export function offersStart({ states }: DayPlan, options: StartOptions): boolean {
  return (states[0] as PlanState).choices.some(({ option, to }) => {
    const last = (states[to] as PlanState).lastReady - option.minutesUntilReady
    let isOffered = false
    eachRun(option.starts, openingsOf(option), options, (first) => {
      isOffered ||= first <= last
    })
    return isOffered
  })
}
