import { checkInterval, checkWhole } from '../check-input.js'
import type { Interval } from '../types.js'

/** The first minute at or after `minute` that lies on the grid through `anchor`, which may be before or after it. */
export function nextOnGrid(minute: number, anchor: number, stepMinutes: number): number {
  const beyond = (minute - anchor) % stepMinutes
  if (beyond === 0) return minute
  // The remainder has the sign of the difference: below the anchor it already counts down to the next grid line.
  return beyond > 0 ? minute + stepMinutes - beyond : minute - beyond
}

/** A grid of starts, and how long what starts there takes. */
export interface SlotGrid {
  readonly stepMinutes: number
  /** How long a slot must last within the window. */
  readonly durationMinutes: number
  /** Any minute of the grid. Default: the window's start. */
  readonly anchor?: number | undefined
}

/**
 * The minutes of a grid at which something of a given length fits into a window.
 *
 * @throws EngineInputError for a window that does not start before it ends, or a number that cannot be
 * @example slotStarts({ start: 5, end: 60 }, { stepMinutes: 15, durationMinutes: 30, anchor: 0 }) // [15, 30]
 */
export function slotStarts(window: Interval, { stepMinutes, durationMinutes, anchor = window.start }: SlotGrid) {
  checkInterval(window, 'window')
  checkWhole(stepMinutes, 'stepMinutes', 1)
  checkWhole(durationMinutes, 'durationMinutes', 1)
  checkWhole(anchor, 'anchor')
  const starts: number[] = []
  const last = window.end - durationMinutes
  for (let start = nextOnGrid(window.start, anchor, stepMinutes); start <= last; start += stepMinutes)
    starts.push(start)
  return starts
}
