import { checkWhole } from '../check-input.js'
import type { BusyInterval, Interval } from '../types.js'
import { freeWindows } from './free-windows.js'

/**
 * The free windows of at least `minutes`: where something of that length still fits.
 *
 * @throws EngineInputError for an interval that does not start before it ends, or a number that cannot be
 * @example gaps([{ start: 0, end: 60 }], [{ start: 10, end: 20, seats: 1 }], 30) // [{ start: 20, end: 60 }]
 */
export function gaps(
  openings: readonly Interval[],
  busy: readonly BusyInterval[],
  minutes: number,
  capacity = 1,
  seats = 1,
): Interval[] {
  checkWhole(minutes, 'minutes', 1)
  return freeWindows(openings, busy, capacity, seats).filter(({ start, end }) => end - start >= minutes)
}
