import { checkInterval } from '../check-input.js'
import type { Interval } from '../types.js'

/**
 * What is left of a window around a booking: nothing, one piece or two.
 *
 * @throws EngineInputError for an interval that does not start before it ends
 * @example splitWindow({ start: 0, end: 60 }, { start: 10, end: 20 }) // [{ start: 0, end: 10 }, { start: 20, end: 60 }]
 */
export function splitWindow(window: Interval, booking: Interval): Interval[] {
  checkInterval(window, 'window')
  checkInterval(booking, 'booking')
  const before = { start: window.start, end: Math.min(window.end, booking.start) }
  const after = { start: Math.max(window.start, booking.end), end: window.end }
  return [before, after].filter(({ start, end }) => start < end)
}
