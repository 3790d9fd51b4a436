import { addDays, localDateOf } from '../availability/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import { findNearest } from './find-nearest.js'
import { findSlots } from './find-slots.js'
import type { VisitQuestion } from './question.js'
import type { Visit } from './visit.js'

const MOST = 5
const DAYS_AHEAD = 14

/**
 * The starts nearest to one that is gone, the nearest first: of that day, and where it has too few of the next day that
 * has any.
 *
 * @param start in minutes since the epoch
 */
export async function findAlternatives(
  deps: Pick<BookingDeps, 'database' | 'clock'>,
  site: SiteSnapshot,
  question: VisitQuestion,
  start: number,
): Promise<Visit[]> {
  const date = localDateOf(start, site.timeZone)
  const { starts } = await findSlots(deps, site, { question, date })
  if (starts.length < MOST) {
    const later = await findNearest(deps, site, { question, from: addDays(date, 1), days: DAYS_AHEAD })
    starts.push(...later.starts)
  }
  const distance = (visit: Visit) => Math.abs(visit.start - start)
  return starts.sort((a, b) => distance(a) - distance(b)).slice(0, MOST)
}
