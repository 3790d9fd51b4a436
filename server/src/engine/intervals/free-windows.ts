import { checkIntervals, checkWhole } from '../check-input.js'
import type { BusyInterval, Interval } from '../types.js'
import { mergeIntervals } from './merge-intervals.js'
import { takenStretches } from './taken-stretches.js'

/**
 * The stretches of the openings in which at least `seats` of the `capacity` are free, sorted.
 *
 * @throws EngineInputError for an interval that does not start before it ends, or a number that cannot be
 * @example freeWindows([{ start: 0, end: 60 }], [{ start: 10, end: 20, seats: 1 }])
 * // [{ start: 0, end: 10 }, { start: 20, end: 60 }]
 */
export function freeWindows(
  openings: readonly Interval[],
  busy: readonly BusyInterval[],
  capacity = 1,
  seats = 1,
): Interval[] {
  checkIntervals(busy, 'busy')
  checkWhole(capacity, 'capacity', 0)
  checkWhole(seats, 'seats', 1)
  const taken = takenStretches(busy, capacity, seats)
  const windows: Interval[] = []
  let next = 0
  for (const opening of mergeIntervals(openings)) {
    let start = opening.start
    for (; next < taken.length; next++) {
      const stretch = taken[next] as Interval
      if (stretch.start >= opening.end) break
      if (stretch.start > start) windows.push({ start, end: stretch.start })
      start = Math.max(start, stretch.end)
      // A stretch that reaches beyond this opening may take the beginning of the next one as well.
      if (start >= opening.end) break
    }
    if (start < opening.end) windows.push({ start, end: opening.end })
  }
  return windows
}
