import type { DayState } from '@codex-booking/sdk/contract'

const words: Record<DayState, string> = {
  available: 'available',
  past: 'past',
  closed: 'no time for this',
  'fully-booked': 'fully booked',
  notice: 'too soon to book',
  'beyond-horizon': 'not open for booking yet',
  'no-resource': 'nobody available',
  'chain-too-long': 'would take too long',
}

/**
 * What is said of a day after its date. `closed` is about this visit: the house may well be open for others, so it is
 * not called that; and a day of which one part alone was asked for may have time in the others.
 */
export const dayWords = (state: DayState, partOfDay: string): string =>
  state === 'fully-booked' && partOfDay !== '' ? `no ${partOfDay} left` : words[state]

/** States that a mark on the number tells, and that the legend explains when the month has one. */
export const markedStates = ['fully-booked', 'notice'] as const satisfies readonly DayState[]
