import { addDays, datesFrom, type LocalDate } from '../availability/index.js'
import { type SearchDay, findNearest as searchNearest } from '../engine/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import type { DayStarts } from './find-slots.js'
import { chainRequestOf, type VisitQuestion } from './question.js'
import { readDays } from './read-days.js'
import { resolveQuestion } from './resolve-question.js'
import { visitOf } from './visit.js'

/** The first day with a start, and its starts; without any the reason, for all the days together. */
export interface NearestDay extends DayStarts {
  date?: LocalDate
}

/**
 * The first day on which a visit can start.
 *
 * @param from of the site's calendar
 * @param days to look at, from then on
 * @param limit at most so many starts, the earliest ones
 * @throws Problem `not-found`, `validation-failed`
 */
export async function findNearest(
  { database, clock }: Pick<BookingDeps, 'database' | 'clock'>,
  site: SiteSnapshot,
  asked: { question: VisitQuestion; from: LocalDate; days: number; limit?: number | undefined },
): Promise<NearestDay> {
  const resolved = resolveQuestion(site, asked.question)
  const last = addDays(asked.from, asked.days - 1)
  const dayOf = await readDays(database, site, resolved, { first: asked.from, last }, clock.now())
  const days = each(datesFrom(asked.from, asked.days), dayOf)
  const { stepMinutes } = site.settings
  const { date, starts, reason } = searchNearest(chainRequestOf(resolved), days, { stepMinutes })
  return {
    ...(date !== undefined && { date }),
    starts: starts.slice(0, asked.limit).map(({ best }) => visitOf(resolved, best)),
    ...(reason && { reason }),
  }
}

/** Made one by one, as the search asks for them. */
function* each(dates: readonly LocalDate[], dayOf: (date: LocalDate) => SearchDay): Generator<SearchDay> {
  for (const date of dates) yield dayOf(date)
}
