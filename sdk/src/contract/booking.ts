import * as z from 'zod/mini'
import { question } from './asked-visit.js'
import { keptMetadata } from './metadata.js'
import { id, instant, money } from './primitives.js'
import { slot, slotItem } from './slot.js'

/**
 * Where a booking stands. `pending` waits for the house, `reschedule_proposed` for the client; both keep their time, as
 * `confirmed` does. The others keep none.
 */
export const bookingState = z.enum(['pending', 'confirmed', 'reschedule_proposed', 'completed', 'no_show', 'cancelled'])

/** What may still be done with a booking by whoever reads it. */
export const bookingAction = z.enum(['cancel', 'reschedule', 'confirm', 'complete', 'no-show', 'propose'])

/** One service of a booked visit, as it was shown, named and priced when booked. */
export const appointment = z.extend(slotItem, {
  serviceName: z.string(),
  resourceName: z.string(),
  /** Of what else it takes, in the order of `neededIds`. */
  neededNames: z.array(z.string()),
})

export const booking = z.object({
  id,
  state: bookingState,
  start: instant,
  end: instant,
  partySize: z.int(),
  /** Of all services, for the whole party. */
  price: money,
  /** In the order of the items asked for. */
  items: z.array(appointment),
  /** The last instant at which the client may cancel; null where it is too late or no longer possible. */
  cancelUntil: z.nullable(instant),
  /** The last instant at which the client may move it; null where it is too late or no longer possible. */
  moveUntil: z.nullable(instant),
})

/** The booking as its client, or the house, sees it later. */
export const bookingDetails = z.extend(booking, {
  client: z.object({ name: z.string(), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  note: z.nullable(z.string()),
  metadata: keptMetadata,
  /** What whoever asks may do with it now. */
  actions: z.array(bookingAction),
  /** The new time that the house proposes, with its chain; null where it proposes none. */
  proposed: z.nullable(slot),
  /** The question that it was booked with, to find another time for it. */
  question,
  createdAt: instant,
  cancelledAt: z.nullable(instant),
})

export const createdBooking = z.extend(booking, {
  /** Opens this one booking: to view, move and cancel it. Sent in `Codex-Manage-Token`, never in an address. */
  manageToken: z.string(),
  /** Somebody else than shown does one of the services, or at another minute. */
  changed: z.boolean(),
})

export type BookingState = z.output<typeof bookingState>
export type BookingAction = z.output<typeof bookingAction>
export type Appointment = z.output<typeof appointment>
export type Booking = z.output<typeof booking>
export type BookingDetails = z.output<typeof bookingDetails>
export type CreatedBooking = z.output<typeof createdBooking>
