import * as z from 'zod/mini'
import { operation } from './operation.js'
import { localDate, localMonth, queryInteger, timeZone } from './primitives.js'
import { reason } from './problem.js'
import { availabilityQuery, questionChecks } from './question.js'
import { routes } from './routes.js'
import { startSlot } from './slot.js'

/** The most days that one search for the nearest time looks at. */
export const MAX_NEAREST_DAYS = 366

/** A day can be booked, is over, or has no time for a reason. */
export const dayState = z.enum(['available', 'past', ...reason.options])

export const calendar = z.object({
  month: localMonth,
  /** The zone in which the answer is written. */
  timeZone,
  /** Every day of the month, in order. */
  days: z.array(z.object({ date: localDate, state: dayState })),
})

/** Every start of a day, in order of time; `reason` says why there is none. */
export const daySlots = z.object({
  date: localDate,
  /** The zone in which the answer is written. */
  timeZone,
  starts: z.array(startSlot),
  reason: z.optional(reason),
})

/** The first day with a start; `date` is null, and `reason` says why, where no day has one. */
export const nearestSlots = z.object({
  date: z.nullable(localDate),
  /** The zone in which the answer is written. */
  timeZone,
  starts: z.array(startSlot),
  reason: z.optional(reason),
})

const limit = z
  .optional(queryInteger(1, 1440))
  .check(z.describe('The most starts to answer with, the earliest first; all of them unless said'))

/** The most other ways that one start is answered with. */
export const MAX_ALTERNATIVES = 10

const alternativesPerStart = z
  ._default(queryInteger(0, MAX_ALTERNATIVES), 0)
  .check(z.describe('How many other ways to say who does what each start comes with, at most; none unless said'))

export const getCalendar = operation({
  ...routes.getCalendar,
  tag: 'availability',
  isTagged: true,
  summary: 'The days of a month on which this visit can start',
  query: z
    .strictObject({
      ...availabilityQuery,
      /** A month of the site's calendar, `2027-03`. */
      month: localMonth.check(z.describe("A month of the site's calendar")),
    })
    .check(...questionChecks),
  success: { status: 200, schema: calendar },
  problems: ['not-found'],
})

export const listSlots = operation({
  ...routes.listSlots,
  tag: 'availability',
  isTagged: true,
  summary: 'Every time of a day at which this visit can start, and who does what',
  query: z
    .strictObject({
      ...availabilityQuery,
      /** A day of the site's calendar, `2027-03-16`. */
      date: localDate.check(z.describe("A day of the site's calendar")),
      /** The most starts to answer with, the earliest first; all of them unless said. */
      limit,
      /** How many other ways to say who does what each start comes with, at most; none unless said. */
      alternativesPerStart,
    })
    .check(...questionChecks),
  success: { status: 200, schema: daySlots },
  problems: ['not-found'],
})

export const findNearestSlots = operation({
  ...routes.findNearestSlots,
  tag: 'availability',
  isTagged: true,
  summary: 'The first day, from a given one on, on which this visit can start',
  query: z
    .strictObject({
      ...availabilityQuery,
      /** The first day to look at, in the site's calendar: `2027-03-16`. */
      from: localDate.check(z.describe("The first day to look at, in the site's calendar")),
      /** How many days to look at, 60 unless said. */
      days: z
        ._default(queryInteger(1, MAX_NEAREST_DAYS), 60)
        .check(z.describe('How many days to look at, 60 unless said')),
      /** The most starts to answer with, the earliest first; all of the day's unless said. */
      limit,
      /** How many other ways to say who does what each start comes with, at most; none unless said. */
      alternativesPerStart,
    })
    .check(...questionChecks),
  success: { status: 200, schema: nearestSlots },
  problems: ['not-found'],
})

export type Calendar = z.output<typeof calendar>
export type DayState = z.output<typeof dayState>
export type DaySlots = z.output<typeof daySlots>
export type NearestSlots = z.output<typeof nearestSlots>
