import type { DayState } from '@codex-booking/sdk/contract'

/** What is said of a day after its date. */
export const dayWords: Record<DayState, string> = {
  available: 'available',
  past: 'past',
  closed: 'closed',
  'fully-booked': 'fully booked',
  notice: 'too soon to book',
  'beyond-horizon': 'not open for booking yet',
  'no-resource': 'nobody available',
  'chain-too-long': 'only with too long a wait',
}

/** States that a mark on the number tells, and that the legend explains when the month has one. */
export const markedStates = ['fully-booked', 'notice'] as const satisfies readonly DayState[]
