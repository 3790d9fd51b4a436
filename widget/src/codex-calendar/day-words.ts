import type { DayState } from '@codex-booking/sdk/contract'

/**
 * What is said of a day after its date. `closed` is about this visit: the house may well be open for others, so it is
 * not called that.
 */
export const dayWords: Record<DayState, string> = {
  available: 'available',
  past: 'past',
  closed: 'no time for this',
  'fully-booked': 'fully booked',
  notice: 'too soon to book',
  'beyond-horizon': 'not open for booking yet',
  'no-resource': 'nobody available',
  'chain-too-long': 'only with too long a wait',
}

/** States that a mark on the number tells, and that the legend explains when the month has one. */
export const markedStates = ['fully-booked', 'notice'] as const satisfies readonly DayState[]
