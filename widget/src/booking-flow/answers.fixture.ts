import type { BookingDetails, CreatedBooking, CreatedHold, Slot } from '@codex-booking/sdk'
import { overlapping, resources, services } from './salon.fixture.js'

/** Tuesday 9 March 2027, 09:00 in Berlin. */
export const now = () => new Date('2027-03-09T09:00:00+01:00')

/** Everything that the salon may do. */
export const known = [...services, ...overlapping]

/** A hold of a slot, as the server answers it. */
export const heldFor = (expiresInSeconds: number, id: string, { start, end, price, items }: Slot): CreatedHold => ({
  id,
  start,
  end,
  price,
  items,
  // By a clock that is another one than the client's.
  expiresAt: new Date(Date.parse('2027-03-09T03:00:00Z') + expiresInSeconds * 1000).toISOString(),
  expiresInSeconds,
  changed: false,
})

const nameOf = (resourceId: string) => resources.find(({ id }) => id === resourceId)?.name ?? ''

/** The booking that a slot becomes. */
export const bookingOf = ({ start, end, price, items }: Slot): CreatedBooking => ({
  id: '01900000-0000-7000-8000-0000000000f1',
  state: 'confirmed',
  start,
  end,
  partySize: 1,
  price,
  items: items.map((item) => ({
    ...item,
    serviceName: known.find(({ id }) => id === item.serviceId)?.name ?? '',
    resourceName: nameOf(item.resourceId),
    neededNames: item.neededIds.map(nameOf),
  })),
  cancelUntil: new Date(Date.parse(start) - 86_400_000).toISOString(),
  moveUntil: new Date(Date.parse(start) - 86_400_000).toISOString(),
  manageToken: 'a-token-that-opens-the-booking',
  changed: false,
})

/** The same as its client reads it later. */
export const detailsOf = (slot: Slot): BookingDetails => {
  const { manageToken: _token, changed: _changed, ...booking } = bookingOf(slot)
  const items = booking.items.map(({ serviceId, resourceId }) => ({ serviceId, resourceId }))
  return {
    ...booking,
    client: { name: 'Guest One', email: 'guest@example.test', phone: null },
    note: null,
    metadata: {},
    actions: ['cancel', 'reschedule'],
    proposed: null,
    question: { items, partySize: booking.partySize, arrangement: 'stages' },
    createdAt: now().toISOString(),
    cancelledAt: null,
  }
}
