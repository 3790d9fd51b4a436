import { checkBounds, checkOptions, checkRequest, checkResources } from './check-input.js'
import { makePlan } from './search/plan.js'
import { hasAnyStart, optionsOfDay, reasonFor } from './search/reason.js'
import { searchStarts } from './search/search-starts.js'
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
  const failed: SearchDay[] = []
  for (const day of days) {
    checkBounds(day)
    checkResources(request, day.resources)
    const plan = makePlan(request, day.resources)
    const dayOptions = optionsOfDay(day, options)
    if (hasAnyStart(plan, dayOptions)) {
      return { date: day.date, starts: searchStarts(plan, request, day.resources, dayOptions) }
    }
    failed.push(day)
  }
  return { starts: [], reason: reasonFor(request, failed, options) }
}
