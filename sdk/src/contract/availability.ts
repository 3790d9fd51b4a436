import * as z from 'zod/mini'
import { operation } from './operation.js'
import { localDate, localMonth, queryInteger, timeZone } from './primitives.js'
import { reason } from './problem.js'
import { availabilityQuery } from './question.js'
import { slot } from './slot.js'

/** The most days that one search for the nearest time looks at. */
export const MAX_NEAREST_DAYS = 366

/** A day can be booked, is over, or has no time for a reason. */
export const dayState = z.enum(['available', 'past', ...reason.options])

export const calendar = z.object({
  month: localMonth,
  timeZone,
  days: z.array(z.object({ date: localDate, state: dayState })),
})

/** Every start of a day, in order of time; `reason` says why there is none. */
export const daySlots = z.object({
  date: localDate,
  timeZone,
  starts: z.array(slot),
  reason: z.optional(reason),
})

/** The first day with a start; `date` is null, and `reason` says why, where no day has one. */
export const nearestSlots = z.object({
  date: z.nullable(localDate),
  timeZone,
  starts: z.array(slot),
  reason: z.optional(reason),
})

export const getCalendar = operation({
  id: 'getCalendar',
  method: 'GET',
  path: '/v1/calendar',
  tag: 'availability',
  summary: 'The days of a month on which this visit can start',
  access: 'publishable-key',
  query: z.strictObject({ ...availabilityQuery, month: localMonth }),
  success: { status: 200, schema: calendar },
  problems: ['not-found'],
})

export const listSlots = operation({
  id: 'listSlots',
  method: 'GET',
  path: '/v1/slots',
  tag: 'availability',
  summary: 'Every time of a day at which this visit can start, and who does what',
  access: 'publishable-key',
  query: z.strictObject({ ...availabilityQuery, date: localDate, limit: z.optional(queryInteger(1, 1440)) }),
  success: { status: 200, schema: daySlots },
  problems: ['not-found'],
})

export const findNearestSlots = operation({
  id: 'findNearestSlots',
  method: 'GET',
  path: '/v1/slots/nearest',
  tag: 'availability',
  summary: 'The first day, from a given one on, on which this visit can start',
  access: 'publishable-key',
  query: z.strictObject({
    ...availabilityQuery,
    from: localDate,
    days: z._default(queryInteger(1, MAX_NEAREST_DAYS), 60),
    limit: z.optional(queryInteger(1, 1440)),
  }),
  success: { status: 200, schema: nearestSlots },
  problems: ['not-found'],
})

export type Calendar = z.output<typeof calendar>
export type DayState = z.output<typeof dayState>
export type DaySlots = z.output<typeof daySlots>
export type NearestSlots = z.output<typeof nearestSlots>
