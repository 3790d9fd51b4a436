import { type LocalDate, visitDays } from '../availability/index.js'
import { PreparedQuestion, type SearchOptions } from '../engine/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { chainRequestOf, type ResolvedQuestion, searchOptionsOf } from './question.js'

/**
 * A question to ask of many days.
 *
 * @param date one of them; a visit over several days lies from each on as it does from this one
 */
export function prepareQuestion(
  { timeZone }: SiteSnapshot,
  question: ResolvedQuestion,
  date: LocalDate,
  options: Pick<SearchOptions, 'alternativesPerStart'> = {},
): PreparedQuestion {
  const { offsets } = question
  const request = chainRequestOf(question, offsets && visitDays(date, offsets, timeZone))
  return new PreparedQuestion(request, { ...searchOptionsOf(question), ...options })
}
