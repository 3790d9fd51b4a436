import type { LocalDate } from '../availability/index.js'
import type { SearchDay } from '../engine/index.js'
import type { Database } from '../store/database.js'
import { readBusy } from '../store/read-busy.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { busyRangeOf, daysOf } from './days.js'
import type { ResolvedQuestion } from './question.js'

/**
 * Days to search on, with what is taken on them at this moment; without a lock, so only to be shown.
 *
 * @param days of the site's calendar, both included
 * @returns one of these days, made when it is asked for
 */
export async function readDays(
  database: Database,
  site: SiteSnapshot,
  question: ResolvedQuestion,
  days: { first: LocalDate; last: LocalDate },
  now: Date,
): Promise<(date: LocalDate) => SearchDay> {
  const ids = question.resources.map(({ id }) => id)
  const blocks = await readBusy(database.sql, site.id, ids, busyRangeOf(site, question, days))
  return daysOf(site, question, blocks, now)
}
