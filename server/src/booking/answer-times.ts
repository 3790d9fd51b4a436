import { addDays, dateOfMinute, localDateOf, minuteOf, startOfDate } from '../availability/index.js'
import { type BusyTimes, cachedBusy } from '../cache/cached-busy.js'
import { noCache } from '../cache/no-cache.js'
import { MINUTES_PER_DAY } from '../cache/utc-dates.js'
import { type BusyQuestion, readBusy } from '../store/read-busy.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import type { TimesQuestion } from './times-question.js'

/** The answer to a question about times. */
export interface AnsweredTimes<Answer> {
  answer: Answer
  /** The first moment at which it may be another although nothing was changed. */
  until: Date
}

type Deps = Pick<BookingDeps, 'database' | 'clock' | 'cache'>

/** Beyond so many days of all people together one look at the database is less work than as many at the cache. */
const MOST_REMEMBERED_DAYS = 1_000

/**
 * Answers a question with what is taken at this moment; without a lock, so only to be shown.
 *
 * @param now as the question was looked up
 */
export async function answerTimes<Answer>(
  deps: Deps,
  site: SiteSnapshot,
  { busy, find }: TimesQuestion<Answer>,
  now: Date,
): Promise<AnsweredTimes<Answer>> {
  const { byResource, validUntil } = busy ? await readTaken(deps, busy, now) : nothing
  const { answer, noticeAt } = await find(byResource)
  const moments = [endOfDay(site, now), validUntil, noticeAt].filter((moment) => moment !== undefined)
  return { answer, until: new Date(Math.min(...moments.map((moment) => moment.getTime()))) }
}

const nothing: BusyTimes = { byResource: new Map(), validUntil: undefined }

/** What is past, and how far ahead visits may be booked, is counted in the site's days. */
const endOfDay = ({ timeZone }: SiteSnapshot, now: Date): Date =>
  dateOfMinute(startOfDate(addDays(localDateOf(minuteOf(now), timeZone), 1), timeZone))

function readTaken({ database, clock, cache = noCache }: Deps, busy: BusyQuestion, now: Date): Promise<BusyTimes> {
  const { siteId, resourceIds, except = [] } = busy
  const range = { resourceIds, start: minuteOf(busy.startAt), end: minuteOf(busy.endAt) }
  const days = resourceIds.length * Math.ceil((range.end - range.start) / MINUTES_PER_DAY)
  // What only one booking may use as free belongs to nobody else.
  const isRemembered = except.length === 0 && days <= MOST_REMEMBERED_DAYS
  return cachedBusy(isRemembered ? cache : noCache, {
    siteId,
    range,
    now,
    load: (missing) =>
      readBusy(
        database.sql,
        {
          siteId,
          resourceIds: missing.resourceIds,
          startAt: dateOfMinute(missing.start),
          endAt: dateOfMinute(missing.end),
          except,
        },
        clock.offsetMs ?? 0,
      ),
  })
}
