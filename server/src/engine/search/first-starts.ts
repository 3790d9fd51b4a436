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
  /** All starts are whole multiples of it after the first one. */
  readonly #unit: number
  readonly #choices: readonly Choice[]
  /** The numbers of the stages of each start, one start after the other. */
  readonly #numbers: readonly number[]
  /** By units since the first start, where its stages begin and end. */
  readonly #begins: readonly number[]
  readonly #ends: readonly number[]

  constructor({ states }: DayPlan, options: StartOptions) {
    const { choices } = states[0] as PlanState
    const runs: Run[] = []
    for (const choice of choices) {
      eachRun(choice.option.starts, openingsOf(choice.option), options, (first, last) => {
        runs.push({ number: choice.number, first, last })
      })
    }
    const origin = runs.reduce((least, { first }) => Math.min(least, first), runs[0]?.first ?? 0)
    // Mostly all shifts have the same grid, and few places are enough.
    const unit = runs.reduce((common, { first }) => largestDivisor(common, first - origin), options.stepMinutes)
    const step = options.stepMinutes / unit
    const size = runs.reduce((most, { last }) => Math.max(most, Math.floor((last - origin) / unit) + 1), 0)
    const begins = zeros(size + 1)
    for (const { first, last } of runs) {
      const until = (last - origin) / unit
      for (let at = (first - origin) / unit; at <= until; at += step) begins[at + 1] = (begins[at + 1] as number) + 1
    }
    for (let at = 1; at <= size; at++) begins[at] = (begins[at] as number) + (begins[at - 1] as number)
    const ends = begins.slice()
    const numbers = zeros(begins[size] as number)
    for (const { number, first, last } of runs) {
      const until = (last - origin) / unit
      for (let at = (first - origin) / unit; at <= until; at += step) {
        const end = ends[at] as number
        // Shifts that overlap may have the same grid.
        if (end > (begins[at] as number) && numbers[end - 1] === number) continue
        numbers[end] = number
        ends[at] = end + 1
      }
    }
    const starts: number[] = []
    for (let at = 0; at < size; at++) {
      if ((ends[at] as number) > (begins[at] as number)) starts.push(origin + at * unit)
    }
    this.starts = starts
    this.origin = origin
    this.#unit = unit
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
    return this.#begins[(start - this.origin) / this.#unit] as number
  }

  /** Where they end. */
  endOf(start: number): number {
    return this.#ends[(start - this.origin) / this.#unit] as number
  }
}

/** Starts of a stage on one grid, from the first to the last. */
interface Run {
  /** Of the choice. */
  readonly number: number
  readonly first: number
  readonly last: number
}

function zeros(count: number): number[] {
  const list: number[] = []
  while (list.length < count) list.push(0)
  return list
}

/** By Euclid. */
const largestDivisor = (one: number, other: number): number => (other === 0 ? one : largestDivisor(other, one % other))

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
