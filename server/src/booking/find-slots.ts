import type { LocalDate } from '../availability/index.js'
import { findChains, type Reason } from '../engine/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import { chainRequestOf, type VisitQuestion } from './question.js'
import { readDays } from './read-days.js'
import { resolveQuestion } from './resolve-question.js'
import { type Visit, visitOf } from './visit.js'

/** Every time of a day, in order; the reason only where there is none. */
export interface DayStarts {
  starts: Visit[]
  reason?: Reason
}

/**
 * Every time of a day at which a visit can start, each with the best way to do it.
 *
 * @param limit at most so many, the earliest ones
 * @throws Problem `not-found`, `validation-failed`
 */
export async function findSlots(
  { database, clock }: Pick<BookingDeps, 'database' | 'clock'>,
  site: SiteSnapshot,
  { question, date, limit }: { question: VisitQuestion; date: LocalDate; limit?: number | undefined },
): Promise<DayStarts> {
  const resolved = resolveQuestion(site, question)
  const dayOf = await readDays(database, site, resolved, { first: date, last: date }, clock.now())
  const { resources, from, until } = dayOf(date)
  const { stepMinutes } = site.settings
  const { starts, reason } = findChains(chainRequestOf(resolved), resources, { stepMinutes, from, until })
  return {
    starts: starts.slice(0, limit).map(({ best }) => visitOf(resolved, best)),
    ...(reason && { reason }),
  }
}
