import { PreparedQuestion } from './prepared-question.js'
import type { ChainRequest, EngineResult, Resources, SearchOptions } from './types.js'

/**
 * Every time at which a visit can start, each with the cheapest chain that starts then.
 *
 * The set of starts is exact, over all ways to say who does what, in which order, and (where the arrangement allows) at the
 * same time as what else; every stage is at the earliest minute at which it can be. For no start is there a cheaper chain
 * than `best`; among equally cheap ones the strategy decides, then who comes first in their service's list of performers.
 *
 * @throws EngineInputError for a request, a resource or an option that makes no sense
 * @example
 * findChains(
 *   {
 *     services: [
 *       { id: 'cut', performers: [{ resourceId: 'ada', steps: [{ kind: 'active', minutes: 30 }] }], gapAfterMinutes: 0 },
 *     ],
 *     partySize: 1,
 *   },
 *   new Map([
 *     ['ada', { id: 'ada', openings: [{ start: 540, end: 600 }], busy: [], capacity: 1, bufferMinutes: 0 }],
 *   ]),
 *   { stepMinutes: 15 },
 * ).starts.map(({ start }) => start) // [540, 555, 570]
 */
export function findChains(request: ChainRequest, resources: Resources, options: SearchOptions): EngineResult {
  const { from, until } = options
  return new PreparedQuestion(request, options).findChains({ resources, from, until })
}
