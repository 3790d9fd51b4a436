import type { NewBooking, NewHold, NewTime, OperationId } from '@codex-booking/sdk/contract'

/** A visit of two services as a client would book it; with the names of the demo salon, so that trying finds them. */
const newBookingExample = {
  start: '2027-03-16T09:30:00+01:00',
  items: [{ serviceId: 'cut', resourceId: 'mira' }, { serviceId: 'manicure' }],
  client: { name: 'Guest 1', email: 'guest1@example.test', consents: ['privacy'] },
} satisfies NewBooking

const time = { start: '2027-03-16T11:00:00+01:00' } satisfies NewTime

/** Values for query parameters, by their names. */
export const parameterExamples: Record<string, string | number> = {
  items: 'cut@mira,manicure',
  date: '2027-03-16',
  from: '2027-03-16',
  to: '2027-04-30',
  month: '2027-03',
  timeZone: 'Europe/Berlin',
}

/** Bodies, by operation. */
export const bodyExamples: Partial<Record<OperationId, unknown>> = {
  createBooking: newBookingExample,
  createHold: { start: newBookingExample.start, items: newBookingExample.items } satisfies NewHold,
  rescheduleBooking: time,
  proposeTime: time,
}
