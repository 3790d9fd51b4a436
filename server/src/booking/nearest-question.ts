import { addDays, datesFrom, type LocalDate, type SiteDay } from '../availability/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { busyQuestionOf, daysOf } from './days.js'
import { prepareQuestion } from './prepare-question.js'
import type { VisitQuestion } from './question.js'
import { resolveQuestion } from './resolve-question.js'
import { type DayStarts, type ShownStarts, shownOf } from './slots-question.js'
import { inTurns } from './take-turns.js'
import type { TimesQuestion } from './times-question.js'

/** The first day with a start, and its starts; without any the reason, for all the days together. */
export interface NearestDay extends DayStarts {
  date?: LocalDate
}

/** The first of several days that has a start. */
export interface AskedDays extends ShownStarts {
  question: VisitQuestion
  /** Of the site's calendar. */
  from: LocalDate
  /** To look at, from then on. */
  days: number
}

/**
 * The first day on which a visit can start.
 *
 * @throws Problem `not-found`, `validation-failed`
 */
export function nearestQuestion(
  site: SiteSnapshot,
  { question, from: first, days, times, limit, alternativesPerStart }: AskedDays,
  now: Date,
): TimesQuestion<NearestDay> {
  const resolved = resolveQuestion(site, question)
  return {
    busy: busyQuestionOf(site, resolved, { first, last: addDays(first, days - 1) }),
    find: async (taken) => {
      const dayOf = daysOf(site, resolved, taken, now, times)
      const prepared = prepareQuestion(site, resolved, first, alternativesPerStart)
      const found = await inTurns(prepared.nearestByDays(each(datesFrom(first, days), dayOf)))
      const { answer, noticeAt } = shownOf(site, resolved, found, limit)
      return { answer: { ...(found.date !== undefined && { date: found.date }), ...answer }, noticeAt }
    },
  }
}

/** Made one by one, as the search asks for them. */
function* each(dates: readonly LocalDate[], dayOf: (date: LocalDate) => SiteDay): Generator<SiteDay> {
  for (const date of dates) yield dayOf(date)
}
