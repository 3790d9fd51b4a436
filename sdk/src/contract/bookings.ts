import * as z from 'zod/mini'
import { arrangement, offsets, order, visitChecks } from './arrangement.js'
import { client } from './client.js'
import { keptMetadata, metadata } from './metadata.js'
import { operation } from './operation.js'
import { id, idOrSlug, instant, money, text, wholeNumber } from './primitives.js'
import { answerZone, MAX_PARTY_SIZE, visitItems } from './question.js'
import { routes } from './routes.js'
import { slotItem } from './slot.js'

export const bookingState = z.enum(['confirmed', 'cancelled'])

/** Who the client saw for one item, and from when. */
export const shownItem = z.strictObject(
  { resourceId: id, start: instant },
  'Must be an object with a resourceId and a start',
)

const hasShownForEachItem = z.refine<{ items: unknown[]; shown?: unknown[] | undefined }>(
  ({ items, shown }) => shown?.length === items.length,
  {
    path: ['shown'],
    error: 'Must have one entry for each of the items',
    // Also beside other mistakes, so that one answer names them all.
    when: ({ value }) => {
      const { items, shown } = Object(value) as Record<string, unknown>
      return Array.isArray(items) && Array.isArray(shown)
    },
  },
)

export const newBooking = z
  .strictObject(
    {
      /** When the visit starts, as a slot said it. */
      start: instant,
      items: visitItems,
      /** One person or thing for the whole visit, by id or slug. */
      resourceId: z.optional(idOrSlug),
      /** How many come together, 1 unless said. */
      partySize: z._default(wholeNumber(1, MAX_PARTY_SIZE), 1),
      /** How the services lie to each other, as it was asked when the slot was found: `stages` unless said. */
      arrangement: z._default(arrangement, 'stages'),
      /** As it was asked when the slot was found: `any`, unless said, up to 6 services. */
      order: z.optional(order),
      /** For visits over several days, the day of each service, counted from the first: `[0, 0, 7]`. */
      offsets: z.optional(offsets),
      /** The chain that the client saw, item by item: others may do it where nobody was asked for by name. */
      shown: z.optional(z.array(shownItem, 'Must be a list')),
      client,
      /** What the client wants to say, to be read by people. */
      note: z.optional(text(2000)),
      metadata: z._default(metadata, {}),
    },
    'Must be a JSON object',
  )
  .check(hasShownForEachItem, ...visitChecks)

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
})

/** The booking as its client sees it later. */
export const bookingDetails = z.extend(booking, {
  client: z.object({ name: z.string(), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  note: z.nullable(z.string()),
  metadata: keptMetadata,
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
const query = z.strictObject({
  /** The zone in which the answer's instants are written, the site's unless said. */
  timeZone: answerZone,
})

export const createBooking = operation({
  ...routes.createBooking,
  tag: 'bookings',
  summary: 'Book a visit',
  query,
  body: newBooking,
  success: { status: 201, schema: createdBooking },
  problems: ['not-found', 'slot-taken'],
})

export const getBooking = operation({
  ...routes.getBooking,
  tag: 'bookings',
  summary: 'Read a booking',
  params,
  query,
  success: { status: 200, schema: bookingDetails },
  problems: ['not-found'],
})

export const cancelBooking = operation({
  ...routes.cancelBooking,
  tag: 'bookings',
  summary: 'Cancel a booking and free its time',
  params,
  query,
  success: { status: 200, schema: bookingDetails },
  problems: ['not-found', 'invalid-transition', 'too-late'],
})

export type BookingState = z.output<typeof bookingState>
export type NewBooking = z.input<typeof newBooking>
export type ParsedNewBooking = z.output<typeof newBooking>
export type ShownItem = z.output<typeof shownItem>
export type Appointment = z.output<typeof appointment>
export type Booking = z.output<typeof booking>
export type BookingDetails = z.output<typeof bookingDetails>
export type CreatedBooking = z.output<typeof createdBooking>
