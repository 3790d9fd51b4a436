import type { LocalDate, SiteDay, TimesOfDay } from '../availability/index.js'
import { readBusy } from '../store/read-busy.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { busyQuestionOf, daysOf, takenOf } from './days.js'
import type { BookingDeps } from './deps.js'
import type { ResolvedQuestion } from './question.js'

/**
 * Days to search on, with what is taken on them at this moment, in one read of the database; without a lock, so only to be
 * shown.
 *
 * @param days of the site's calendar on which a visit may start, both included, at some of their times or any
 * @returns one of these days, made when it is asked for
 */
export async function readDays(
  { database, clock }: Pick<BookingDeps, 'database' | 'clock'>,
  site: SiteSnapshot,
  question: ResolvedQuestion,
  { first, last, times }: { first: LocalDate; last: LocalDate; times?: TimesOfDay | undefined },
  now: Date,
): Promise<(date: LocalDate) => SiteDay> {
  const busy = busyQuestionOf(site, question, { first, last })
  const blocks = await readBusy(database.sql, busy, clock.offsetMs ?? 0)
  return daysOf(site, question, takenOf(blocks), now, times)
}
