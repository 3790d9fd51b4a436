import { ChainBuilder, stageOf } from './chain/build-chain.js'
import { placedServices, readChain } from './chain/read-chain.js'
import { checkRequest, checkResources, checkWeights } from './check-input.js'
import { EngineInputError } from './errors.js'
import { Stock } from './placing/stock.js'
import type { WeightOptions } from './plan/ranking.js'
import { resourceNumbers } from './plan/resource-numbers.js'
import { servicesByDay } from './plan/units.js'
import type { Chain, ChainRequest, PlacedItem, Resources } from './types.js'

/**
 * Completes what a client saw (who does what, and when) to a chain: what it takes for its needs where the items do not say,
 * the blocks that it takes now, its span and cost. Whether it fits is the question of `fits`.
 *
 * @throws EngineInputError for items that are not the request's services in order, on somebody listed for them and as long
 *   as they take, and for a request or a resource that makes no sense
 */
export function chainOf(
  request: ChainRequest,
  items: readonly PlacedItem[],
  resources: Resources,
  options: WeightOptions = {},
): Chain {
  checkRequest(request)
  checkResources(request, resourceNumbers(request), resources)
  checkWeights(options)
  const { services, partySize } = request
  if (items.length !== services.length) throw new EngineInputError('items', 'must be one for each service')
  for (const [index, { serviceId, resourceId }] of items.entries()) {
    const service = services[index]
    if (service?.id !== serviceId)
      throw new EngineInputError(`items[${index}].serviceId`, 'must be the service asked for')
    if (!service.performers.some((performer) => performer.resourceId === resourceId)) {
      throw new EngineInputError(`items[${index}].resourceId`, 'must be a performer of the service')
    }
  }
  const placed = placedServices(request, items)
  if (placed === undefined)
    throw new EngineInputError('items', 'must be as long as the services, and take what they need')
  // What breaks the arrangement's rules is taken as it stands, one item after the other.
  const stages = readChain(request, placed) ?? placed.map((item) => stageOf([item]))
  return new ChainBuilder(request, new Stock(resources, partySize), servicesByDay(request), options).build(stages)
}
