import { checkBounds, checkOptions, checkRequest, checkResources } from './check-input.js'
import { type Question, questionOf } from './plan/question.js'
import { type FailedDay, optionsOfDay, reasonFor } from './search/reason.js'
import { searchOf } from './search/search-of.js'
import type { ChainRequest, NearestResult, SearchDay, SearchOptions } from './types.js'

/**
 * The first day on which a visit can start, with all its starts. Days after it are never asked for, so they may be made
 * while the search runs. If no day has a start, the reason holds for all of them together.
 *
 * @param days in the order in which they are tried; the bounds of each replace those of the options
 * @throws EngineInputError as `findChains` does
 */
export function findNearest(request: ChainRequest, days: Iterable<SearchDay>, options: SearchOptions): NearestResult {
  checkRequest(request)
  checkOptions(options)
  const whole = questionOf(request)
  const failed: FailedDay[] = []
  for (const day of days) {
    checkBounds(day)
    checkResources(request, day.resources)
    const question = questionOn(whole, day)
    const search = searchOf(question, day.resources, optionsOfDay(day, options))
    if (search.hasStart) return { date: day.date, starts: search.starts() }
    failed.push({ ...day, question })
  }
  return { starts: [], reason: reasonFor(whole, failed, options) }
}

/** The question of a visit that starts on a day: with days of its own, where it is over several. */
function questionOn(whole: Question, { days }: SearchDay): Question {
  if (days === undefined) return whole
  const request = { ...whole.request, days }
  checkRequest(request)
  return questionOf(request)
}
