import { addDays, datesFrom, type LocalDate, type SiteDay } from '../availability/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import type { DayStarts, ShownStarts } from './find-slots.js'
import { prepareQuestion } from './prepare-question.js'
import type { VisitQuestion } from './question.js'
import { readDays } from './read-days.js'
import { resolveQuestion } from './resolve-question.js'
import { visitStartOf } from './visit.js'

/** The first day with a start, and its starts; without any the reason, for all the days together. */
export interface NearestDay extends DayStarts {
  date?: LocalDate
}

/**
 * The first day on which a visit can start.
 *
 * @param from of the site's calendar
 * @param days to look at, from then on
 * @throws Problem `not-found`, `validation-failed`
 */
export async function findNearest(
  deps: Pick<BookingDeps, 'database' | 'clock'>,
  site: SiteSnapshot,
  asked: { question: VisitQuestion; from: LocalDate; days: number } & ShownStarts,
): Promise<NearestDay> {
  const { from: first, times, limit, alternativesPerStart } = asked
  const resolved = resolveQuestion(site, asked.question)
  const last = addDays(first, asked.days - 1)
  const dayOf = await readDays(deps, site, resolved, { first, last, times }, deps.clock.now())
  const prepared = prepareQuestion(site, resolved, first, alternativesPerStart)
  const { date, starts, reason } = prepared.findNearest(each(datesFrom(first, asked.days), dayOf))
  return {
    ...(date !== undefined && { date }),
    starts: starts.slice(0, limit).map((start) => visitStartOf(resolved, start)),
    ...(reason && { reason }),
  }
}

/** Made one by one, as the search asks for them. */
function* each(dates: readonly LocalDate[], dayOf: (date: LocalDate) => SiteDay): Generator<SiteDay> {
  for (const date of dates) yield dayOf(date)
}
