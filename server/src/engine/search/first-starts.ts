import { nextOnGrid } from '../intervals/slot-starts.js'
import type { SearchOptions } from '../types.js'
import type { Candidate } from './plan.js'
import { holdsStart } from './start-intervals.js'

/** Starts on one grid: `first`, `first + step`, ... up to `last`. */
interface GridRun {
  readonly first: number
  readonly last: number
}

/** The runs of starts that a candidate offers to a chain's first item, within the bounds of the search. */
function* gridRuns(candidate: Candidate, options: SearchOptions): Generator<GridRun> {
  const { stepMinutes, exactStart, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = options
  const { starts, openings } = candidate
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

/** Whether the candidate offers any start at all; stops at the first. */
export function offersStart(candidate: Candidate, options: SearchOptions): boolean {
  return gridRuns(candidate, options).next().done !== true
}

/** All starts that a candidate offers to a chain's first item, ascending. */
export function firstStarts(candidate: Candidate, options: SearchOptions): number[] {
  const minutes: number[] = []
  let isSorted = true
  for (const { first, last } of gridRuns(candidate, options)) {
    if (minutes.length > 0 && (minutes.at(-1) as number) >= first) isSorted = false
    for (let minute = first; minute <= last; minute += options.stepMinutes) minutes.push(minute)
  }
  // Only openings out of order, or with overlapping shifts, give anything else.
  return isSorted ? minutes : [...new Set(minutes)].sort((a, b) => a - b)
}
