import * as z from 'zod/mini'
import { operation } from './operation.js'
import { localDate } from './primitives.js'
import { routes } from './routes.js'

/** The most days that one stream tells of. */
export const MAX_FOLLOWED_DAYS = 100

const MS_PER_DAY = 86_400_000

/** Days on which the times to start a visit may be others than before. */
export const dayEvent = z.object({
  /**
   * - `ready`: up to here nothing was missed, and from here on every change is told
   * - `changed`: the times of these days may have changed
   * - `reset`: something may have been missed, on any of the days asked for
   */
  type: z.enum(['ready', 'changed', 'reset']),
  /** The days to look at again, of the site's calendar; none where nothing was missed, all of them after a `reset`. */
  dates: z.array(localDate),
})

const countOfDays = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / MS_PER_DAY + 1

/** Something that holds for both dates, judged where both are dates. */
const ofDates = (isRight: (days: number) => boolean, error: string) =>
  z.refine<{ from: string; to: string }>(({ from, to }) => isRight(countOfDays(from, to)), {
    path: ['to'],
    error,
    when: ({ value }) => {
      const { from, to } = Object(value) as Record<string, unknown>
      return z.safeParse(localDate, from).success && z.safeParse(localDate, to).success
    },
  })

export const followEvents = operation({
  ...routes.followEvents,
  tag: 'availability',
  summary: 'A stream that tells which days have other times than before, as it happens',
  description:
    'Server-sent events, to be read with `fetch`, since `EventSource` sends no key. The data of each event is JSON: what happened, and the days to look at again. `Last-Event-ID` with the id of the last event heard goes on after it. A comment comes every 15 seconds; who hears nothing for much longer should connect anew. The server ends a stream whose reader falls behind, and all of them when it stops: connect again, after the time that `retry` says. Of a visit over several days the times of its first day depend on its later days: follow these as well.',
  query: z
    .strictObject({
      /** The first day to be told of, in the site's calendar: `2027-03-16`. */
      from: localDate.check(z.describe("The first day to be told of, in the site's calendar")),
      /** The last one: at most 100 days in all. */
      to: localDate.check(z.describe('The last day to be told of; at most 100 days in all')),
    })
    .check(
      ofDates((days) => days >= 1, 'Must be the first day or a later one'),
      ofDates((days) => days <= MAX_FOLLOWED_DAYS, `At most ${MAX_FOLLOWED_DAYS} days from the first one on`),
    ),
  success: { status: 200, schema: dayEvent, isStream: true },
  problems: ['rate-limited'],
})

export type DayEvent = z.output<typeof dayEvent>
