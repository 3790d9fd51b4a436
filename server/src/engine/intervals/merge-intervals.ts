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
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last === undefined || last.end < start) merged.push({ start, end })
    else if (last.end < end) last.end = end
  }
  return merged
}
