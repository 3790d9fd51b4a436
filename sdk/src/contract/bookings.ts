import * as z from 'zod/mini'
import { operation } from './operation.js'
import { id, idOrSlug, instant, money, requiredText, slug, text, timeZone } from './primitives.js'
import { MAX_PARTY_SIZE, visitItems } from './question.js'

export const bookingState = z.enum(['confirmed', 'cancelled'])

/** Who comes. Which of these a site needs stands in its `contact`. `consents`: the ids of those given. */
export const client = z.strictObject({
  name: requiredText(200),
  email: z.optional(z.email('Enter an address with an @, for example guest@example.test').check(z.maxLength(254))),
  phone: z.optional(z.string().check(z.trim(), z.regex(/^\+?[0-9 ()./-]{5,30}$/, 'Enter a phone number'))),
  consents: z._default(z.array(slug).check(z.maxLength(20)), []),
})

/** The chain that the client saw, item by item: others may do it where nobody was asked for by name. */
export const shownItem = z.strictObject({ resourceId: id, start: instant })

/** Fields of the host's own, kept with the booking. */
export const metadata = z
  .record(requiredText(40), z.union([text(500), z.number(), z.boolean(), z.null()]))
  .check(z.refine((value) => Object.keys(value).length <= 50, 'At most 50 fields'))

export const newBooking = z.strictObject({
  start: instant,
  items: visitItems,
  resourceId: z.optional(idOrSlug),
  partySize: z._default(z.int().check(z.minimum(1), z.maximum(MAX_PARTY_SIZE)), 1),
  shown: z.optional(z.array(shownItem)),
  client,
  note: z.optional(text(2000)),
  metadata: z._default(metadata, {}),
})

/** One service of a booked visit, named and priced as it was when booked. */
export const appointment = z.object({
  serviceId: id,
  serviceName: z.string(),
  resourceId: id,
  resourceName: z.string(),
  start: instant,
  end: instant,
  price: money,
})

export const booking = z.object({
  id,
  state: bookingState,
  start: instant,
  end: instant,
  partySize: z.int(),
  price: money,
  items: z.array(appointment),
  /** The last instant at which the client may cancel; null where it is too late or no longer possible. */
  cancelUntil: z.nullable(instant),
})

/** The booking as its client sees it later. */
export const bookingDetails = z.extend(booking, {
  client: z.object({ name: z.string(), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  note: z.nullable(z.string()),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  createdAt: instant,
  cancelledAt: z.nullable(instant),
})

export const createdBooking = z.extend(booking, {
  /** Opens this one booking: to view and to cancel it. Sent in `Codex-Manage-Token`, never in an address. */
  manageToken: z.string(),
  /** Somebody else than shown does one of the services, or at another minute. */
  changed: z.boolean(),
})

const params = z.object({ bookingId: id })
const query = z.strictObject({ timeZone: z.optional(timeZone) })

export const createBooking = operation({
  id: 'createBooking',
  method: 'POST',
  path: '/v1/bookings',
  tag: 'bookings',
  summary: 'Book a visit',
  access: 'publishable-key',
  query,
  body: newBooking,
  isIdempotent: true,
  success: { status: 201, schema: createdBooking },
  problems: ['not-found', 'slot-taken'],
})

export const getBooking = operation({
  id: 'getBooking',
  method: 'GET',
  path: '/v1/bookings/:bookingId',
  tag: 'bookings',
  summary: 'Read a booking',
  access: 'manage-token',
  params,
  query,
  success: { status: 200, schema: bookingDetails },
  problems: ['not-found'],
})

export const cancelBooking = operation({
  id: 'cancelBooking',
  method: 'POST',
  path: '/v1/bookings/:bookingId/cancel',
  tag: 'bookings',
  summary: 'Cancel a booking and free its time',
  access: 'manage-token',
  params,
  query,
  isIdempotent: true,
  success: { status: 200, schema: bookingDetails },
  problems: ['not-found', 'invalid-transition', 'too-late'],
})

export type BookingState = z.output<typeof bookingState>
export type NewBooking = z.input<typeof newBooking>
export type ParsedNewBooking = z.output<typeof newBooking>
export type Appointment = z.output<typeof appointment>
export type Booking = z.output<typeof booking>
export type BookingDetails = z.output<typeof bookingDetails>
export type CreatedBooking = z.output<typeof createdBooking>
