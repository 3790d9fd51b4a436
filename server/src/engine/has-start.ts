import { checkOptions, checkRequest, checkResources } from './check-input.js'
import { questionOf } from './plan/question.js'
import { reasonFor } from './search/reason.js'
import { searchOf } from './search/search-of.js'
import type { ChainRequest, Reason, Resources, SearchOptions } from './types.js'

/**
 * Whether a visit can start at all, for a calendar of many days. Stops at the first start and builds no chain: much
 * cheaper than `findChains`, with the same answer.
 *
 * @throws EngineInputError as `findChains` does
 */
export function hasStart(request: ChainRequest, resources: Resources, options: SearchOptions): boolean {
  checkRequest(request)
  checkOptions(options)
  checkResources(request, resources)
  return searchOf(questionOf(request), resources, options).hasStart
}

/**
 * Why a visit cannot start: the reason that `findChains` gives with an empty answer, or undefined where there is a
 * start. As cheap as `hasStart`.
 *
 * @throws EngineInputError as `findChains` does
 */
export function whyNoStart(request: ChainRequest, resources: Resources, options: SearchOptions): Reason | undefined {
  if (hasStart(request, resources, options)) return undefined
  return reasonFor(questionOf(request), [{ date: '', resources, from: options.from, until: options.until }], options)
}
