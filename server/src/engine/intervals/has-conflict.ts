import { checkInterval, checkIntervals, checkWhole } from '../check-input.js'
import type { BusyInterval, Interval } from '../types.js'
import { takenStretches } from './taken-stretches.js'

/**
 * Whether taking `seats` for that interval would exceed the `capacity` at any instant, beside what is busy.
 *
 * @throws EngineInputError for an interval that does not start before it ends, or a number that cannot be
 * @example hasConflict({ start: 0, end: 10 }, [{ start: 10, end: 20, seats: 1 }]) // false: they only touch
 */
export function hasConflict(interval: Interval, busy: readonly BusyInterval[], capacity = 1, seats = 1): boolean {
  checkInterval(interval, 'interval')
  checkIntervals(busy, 'busy')
  checkWhole(capacity, 'capacity', 0)
  checkWhole(seats, 'seats', 1)
  return takenStretches(busy, capacity, seats).some(({ start, end }) => start < interval.end && interval.start < end)
}
