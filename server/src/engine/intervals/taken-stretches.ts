import type { BusyInterval, Interval } from '../types.js'
import { joined } from './merge-intervals.js'

/** All of time: what is taken of a resource that is too small for the party. */
const always: Interval = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }

/**
 * The stretches in which fewer than `seats` of a resource's `capacity` are free: sorted, apart from each other, and
 * not cut to any opening, since the tail of a booking may run past closing time but never into another booking.
 */
export function takenStretches(busy: readonly BusyInterval[], capacity: number, seats: number): readonly Interval[] {
  const spare = capacity - seats
  if (spare < 0) return [always]
  if (spare === 0) return joined(busy)
  const changes = busy.flatMap(({ start, end, seats }) => [
    { minute: start, seats },
    { minute: end, seats: -seats },
  ])
  // At the same minute seats become free before others are taken: half-open intervals that touch don't add up.
  changes.sort((a, b) => a.minute - b.minute || a.seats - b.seats)
  const taken: Interval[] = []
  let inUse = 0
  let since = 0
  for (const change of changes) {
    const before = inUse
    inUse += change.seats
    if (before <= spare && inUse > spare) since = change.minute
    if (before > spare && inUse <= spare) taken.push({ start: since, end: change.minute })
  }
  return joined(taken)
}
