import { PreparedQuestion } from './prepared-question.js'
import type { ChainRequest, NearestResult, SearchDay, SearchOptions } from './types.js'

/**
 * The first day on which a visit can start, with all its starts. Days after it are never asked for, so they may be made
 * while the search runs. If no day has a start, the reason holds for all of them together.
 *
 * @param days in the order in which they are tried; the bounds of each replace those of the options
 * @throws EngineInputError as `findChains` does
 */
export function findNearest(request: ChainRequest, days: Iterable<SearchDay>, options: SearchOptions): NearestResult {
  return new PreparedQuestion(request, options).findNearest(days)
}
