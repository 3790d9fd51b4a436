import * as z from 'zod/mini'
import { askedHow, askedVisit, askedVisitChecks } from './asked-visit.js'
import { bookingDetails, createdBooking } from './booking.js'
import { client } from './client.js'
import { metadata } from './metadata.js'
import { operation } from './operation.js'
import { id, text } from './primitives.js'
import { answerZone } from './question.js'
import { routes } from './routes.js'

const isHeld = (body: unknown) => (Object(body) as { holdId?: unknown }).holdId !== undefined

/** A visit is asked for, or a hold of it is named: never both, never neither. */
const isAskedOrHeld = (['start', 'items'] as const).map((field) =>
  z.refine<Record<string, unknown>>((body) => isHeld(body) !== (body[field] !== undefined), {
    path: [field],
    error: ({ input }) => (isHeld(input) ? 'The hold says it already' : 'Is required where no hold is named'),
    when: ({ value }) => typeof value === 'object' && value !== null,
  }),
)

export const newBooking = z
  .strictObject(
    {
      /** A hold of the visit, instead of the question. */
      holdId: z.optional(id),
      ...askedVisit,
      start: z.optional(askedVisit.start),
      items: z.optional(askedVisit.items),
      client,
      /** What the client wants to say, to be read by people. */
      note: z.optional(text(2000)),
      metadata: z._default(metadata, {}),
    },
    'Must be a JSON object',
  )
  .check(...isAskedOrHeld, ...askedVisitChecks)

/** Another time for the same services, in the same order; who does them may be asked for anew. */
export const newTime = z
  .strictObject(
    { start: askedVisit.start, items: z.optional(askedVisit.items), ...askedHow, shown: askedVisit.shown },
    'Must be a JSON object',
  )
  .check(...askedVisitChecks)

const params = z.object({ bookingId: id })
const query = z.strictObject({
  /** The zone in which the answer's instants are written, the site's unless said. */
  timeZone: answerZone,
})
const after = { status: 200, schema: bookingDetails } as const
const refusals = ['not-found', 'invalid-transition'] as const

export const createBooking = operation({
  ...routes.createBooking,
  tag: 'bookings',
  summary: 'Book a visit, or turn a hold into one',
  query,
  body: newBooking,
  success: { status: 201, schema: createdBooking },
  problems: ['not-found', 'slot-taken', 'hold-expired'],
})

export const getBooking = operation({
  ...routes.getBooking,
  tag: 'bookings',
  summary: 'Read a booking, and what may still be done with it',
  params,
  query,
  success: after,
  problems: ['not-found'],
})

export const cancelBooking = operation({
  ...routes.cancelBooking,
  tag: 'bookings',
  summary: 'Cancel a booking and free its time',
  params,
  query,
  success: after,
  problems: [...refusals, 'too-late'],
})

export const rescheduleBooking = operation({
  ...routes.rescheduleBooking,
  tag: 'bookings',
  summary: 'Move a booking to another time; where that fails it keeps the one it has',
  params,
  query,
  body: newTime,
  success: after,
  problems: [...refusals, 'too-late', 'slot-taken'],
})

export const confirmBooking = operation({
  ...routes.confirmBooking,
  tag: 'bookings',
  summary:
    'Confirm: by the house a pending booking, or the old time of one for which it proposed a new one; by the client the new time',
  params,
  query,
  success: after,
  problems: [...refusals, 'slot-taken'],
})

export const completeBooking = operation({
  ...routes.completeBooking,
  tag: 'bookings',
  summary: 'Say that a visit took place',
  params,
  query,
  success: after,
  problems: refusals,
})

export const markNoShow = operation({
  ...routes.markNoShow,
  tag: 'bookings',
  summary: 'Say that nobody came',
  params,
  query,
  success: after,
  problems: refusals,
})

export const proposeTime = operation({
  ...routes.proposeTime,
  tag: 'bookings',
  summary: 'Propose another time to the client; the booking keeps the one it has until the client confirms',
  params,
  query,
  body: newTime,
  success: after,
  problems: [...refusals, 'slot-taken'],
})

export type NewBooking = z.input<typeof newBooking>
export type ParsedNewBooking = z.output<typeof newBooking>
export type NewTime = z.input<typeof newTime>
