import { checkIntervals } from '../check-input.js'
import type { Interval } from '../types.js'

/**
 * The same time as the given intervals, sorted, with those that touch or overlap joined.
 *
 * @throws EngineInputError for an interval that does not start before it ends
 * @example mergeIntervals([{ start: 60, end: 90 }, { start: 0, end: 60 }]) // [{ start: 0, end: 90 }]
 */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  checkIntervals(intervals, 'intervals')
  return joined(intervals).map(({ start, end }) => ({ start, end }))
}

/** `mergeIntervals` of what has been checked; what is sorted and apart already is handed back as it is. */
export function joined(intervals: readonly Interval[]): readonly Interval[] {
  if (areApart(intervals)) return intervals
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last === undefined || last.end < start) merged.push({ start, end })
    else if (last.end < end) last.end = end
  }
  return merged
}

function areApart(intervals: readonly Interval[]): boolean {
  for (let index = 1; index < intervals.length; index++) {
    if ((intervals[index] as Interval).start <= (intervals[index - 1] as Interval).end) return false
  }
  return true
}
