import { type LocalDate, visitDays } from '../availability/index.js'
import { PreparedQuestion } from '../engine/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { chainRequestOf, type ResolvedQuestion, searchOptionsOf } from './question.js'

/**
 * A question as it is asked of the engine, on as many days as wanted: what does not depend on the day is worked out once.
 *
 * @param date any of the days on which the visit may start
 * @param alternativesPerStart other ways to say who does what, at most so many
 */
export function prepareQuestion(
  { timeZone }: SiteSnapshot,
  question: ResolvedQuestion,
  date: LocalDate,
  alternativesPerStart?: number,
): PreparedQuestion {
  const { offsets } = question
  const request = chainRequestOf(question, offsets && visitDays(date, offsets, timeZone))
  return new PreparedQuestion(request, { ...searchOptionsOf(question), alternativesPerStart })
}
