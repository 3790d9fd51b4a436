import { nextOnGrid } from '../intervals/slot-starts.js'
import { holdsStart, type StartIntervals } from '../placing/start-intervals.js'
import type { Choice, DayPlan, PlanState } from '../plan/day-plan.js'
import type { StageOption } from '../plan/option.js'
import type { Opening, SearchOptions } from '../types.js'

/** Starts on one grid: `first`, `first + step`, ... up to `last`. */
interface GridRun {
  readonly first: number
  readonly last: number
}

/** Where the first stage of a visit may start. */
export type StartOptions = Pick<SearchOptions, 'stepMinutes' | 'exactStart' | 'from' | 'until'>

/** The runs of starts that a first stage offers within the bounds of the search: on the grid of its first performer. */
function* gridRuns(starts: StartIntervals, openings: readonly Opening[], options: StartOptions): Generator<GridRun> {
  const { stepMinutes, exactStart, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = options
  if (exactStart !== undefined) {
    const isInBounds = from <= exactStart && exactStart < until
    if (isInBounds && holdsStart(starts, exactStart)) yield { first: exactStart, last: exactStart }
    return
  }
  for (const { start, end, gridAnchor } of openings) {
    for (let index = 0; index < starts.lows.length; index++) {
      // The anchor is that of the opening which holds the start, though the service may end in the next one.
      const low = Math.max(starts.lows[index] as number, start, from)
      const last = Math.min(starts.highs[index] as number, end - 1, until - 1)
      if (low > last) continue
      const first = nextOnGrid(low, gridAnchor ?? (starts.windowStarts[index] as number), stepMinutes)
      if (first <= last) yield { first, last }
    }
  }
}

const runsOf = ({ starts, candidates: [first] }: StageOption, options: StartOptions) =>
  gridRuns(starts, first?.openings ?? [], options)

/** The starts that lie on the grid of an opening which holds them. */
export function gridStarts(starts: StartIntervals, openings: readonly Opening[], options: StartOptions): number[] {
  const found: number[] = []
  for (const { first, last } of gridRuns(starts, openings, options)) {
    for (let start = first; start <= last; start += options.stepMinutes) found.push(start)
  }
  return found
}

/** Every minute at which a first stage can start, ascending, with the stages that can. */
export function firstStages(plan: DayPlan, options: StartOptions): Map<number, Choice[]> {
  const byStart = new Map<number, Choice[]>()
  for (const choice of (plan.states[0] as PlanState).choices) {
    for (const { first, last } of runsOf(choice.option, options)) {
      for (let start = first; start <= last; start += options.stepMinutes) {
        const known = byStart.get(start)
        if (known === undefined) byStart.set(start, [choice])
        // Shifts that overlap may have the same grid.
        else if (known.at(-1) !== choice) known.push(choice)
      }
    }
  }
  return new Map([...byStart].sort(([one], [other]) => one - other))
}

/** Whether a visit can start at all, where nothing but its stages' own times keeps the rest of it away. */
export function offersStart({ states }: DayPlan, options: StartOptions): boolean {
  return (states[0] as PlanState).choices.some(({ option, to }) => {
    const last = (states[to] as PlanState).lastReady - option.minutesUntilReady
    for (const { first } of runsOf(option, options)) if (first <= last) return true
    return false
  })
}
