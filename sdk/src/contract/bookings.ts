import * as z from 'zod/mini'
import { askedHow, askedVisit, askedVisitChecks } from './asked-visit.js'
import { bookingDetails, createdBooking } from './booking.js'
import { client } from './client.js'
import { metadata } from './metadata.js'
import { operation } from './operation.js'
import { id, text } from './primitives.js'
import { answerZone } from './question.js'
import { routes } from './routes.js'

type Fields = Record<string, unknown>

/** Looks at a field beside mistakes in others, so that one answer names them all. */
const ruleOf = (field: string, isKept: (body: Fields) => boolean, error: string) =>
  z.refine<Fields>(isKept, {
    path: [field],
    error,
    when: ({ value, issues }) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      issues.every(({ path }) => path?.[0] !== field),
  })

const isHeld = ({ holdId }: Fields) => holdId !== undefined
const REQUIRED = ['start', 'items']
const HELD = [...REQUIRED, 'partySize', 'resourceId', 'arrangement', 'order', 'offsets', 'shown']

/** A visit is asked for, or a hold of it is named: never both, never neither. */
const isAskedOrHeld = [
  ...REQUIRED.map((field) =>
    ruleOf(field, (body) => isHeld(body) || body[field] !== undefined, 'Is required where no hold is named'),
  ),
  ...HELD.map((field) =>
    ruleOf(field, (body) => !isHeld(body) || body[field] === undefined, 'The hold says it already'),
  ),
]

/** The question of a move is asked as a whole, or it is the one that the visit was booked with. */
const isWholeQuestion = ['resourceId', 'arrangement', 'order', 'offsets'].map((field) =>
  ruleOf(
    field,
    ({ items, [field]: value }) => items !== undefined || value === undefined,
    'Say the items as well: without them the visit is asked for as it was booked',
  ),
)

export const newBooking = z
  .strictObject(
    {
      /** A hold of the visit, instead of the question. */
      holdId: z.optional(id),
      ...askedVisit,
      // What a hold says already has no default beside it.
      start: z.optional(askedVisit.start),
      items: z.optional(askedVisit.items),
      partySize: z.optional(askedVisit.partySize.def.innerType),
      arrangement: z.optional(askedVisit.arrangement.def.innerType),
      client,
      /** What the client wants to say, to be read by people. */
      note: z.optional(text(2000)),
      metadata: z._default(metadata, {}),
    },
    'Must be a JSON object',
  )
  .check(...isAskedOrHeld, ...askedVisitChecks)

/**
 * Another time for the same services, in the same order: with `items` who does them, and how they lie to each other, is
 * asked for anew; without, as it was booked.
 */
export const newTime = z
  .strictObject(
    {
      start: askedVisit.start,
      items: z.optional(askedVisit.items),
      ...askedHow,
      arrangement: z.optional(askedHow.arrangement.def.innerType),
      shown: askedVisit.shown,
    },
    'Must be a JSON object',
  )
  .check(...isWholeQuestion, ...askedVisitChecks)

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
  summary: 'Say that a visit took place, from its start on',
  params,
  query,
  success: after,
  problems: refusals,
})

export const markNoShow = operation({
  ...routes.markNoShow,
  tag: 'bookings',
  summary: 'Say that nobody came, from the start of the visit on',
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
export type ParsedNewTime = z.output<typeof newTime>
