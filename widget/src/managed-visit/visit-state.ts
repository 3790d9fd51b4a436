import type { Booking, BookingDetails } from '@codex-booking/sdk'
import { emptyContact } from '../booking-flow/contact.js'
import type { FlowState } from '../booking-flow/flow-state.js'

/** A booking as other scripts of a page may know it: without its client. */
export const bookingOf = (details: BookingDetails): Booking => {
  const { id, state, start, end, partySize, price, items, cancelUntil, moveUntil } = details
  return { id, state, start, end, partySize, price, items, cancelUntil, moveUntil }
}

/** What the elements render of a visit that was booked before. */
export const stateOfVisit = (details: BookingDetails): Partial<FlowState> => {
  const { items, partySize, arrangement, order = 'any', offsets } = details.question
  return {
    items,
    partySize,
    together: arrangement !== 'sequence',
    sideBySide: arrangement === 'overlap' ? 'overlap' : 'stages',
    order,
    dayOffsets: offsets ?? items.map(() => 0),
    slot: null,
    preview: null,
    taken: null,
    contact: { ...emptyContact, name: details.client.name },
    booked: { booking: bookingOf(details), shown: details, isChanged: false },
    cancelling: { status: 'idle' },
  }
}
