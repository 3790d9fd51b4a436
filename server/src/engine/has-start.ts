import { PreparedQuestion } from './prepared-question.js'
import type { ChainRequest, Reason, Resources, SearchOptions } from './types.js'

/**
 * Whether a visit can start at all, for a calendar of many days. Stops at the first start and builds no chain: much
 * cheaper than `findChains`, with the same answer.
 *
 * @throws EngineInputError as `findChains` does
 */
export function hasStart(request: ChainRequest, resources: Resources, options: SearchOptions): boolean {
  const { from, until } = options
  return new PreparedQuestion(request, options).hasStart({ resources, from, until })
}

/**
 * Why a visit cannot start: the reason that `findChains` gives with an empty answer, or undefined where there is a
 * start. As cheap as `hasStart`.
 *
 * @throws EngineInputError as `findChains` does
 */
export function whyNoStart(request: ChainRequest, resources: Resources, options: SearchOptions): Reason | undefined {
  const { from, until } = options
  return new PreparedQuestion(request, options).whyNoStart({ resources, from, until })
}
