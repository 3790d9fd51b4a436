import { checkRequest, checkResources, checkWeights } from './check-input.js'
import { EngineInputError } from './errors.js'
import { buildChain } from './search/build-chain.js'
import { type WeightOptions, weightsOf } from './search/weights.js'
import type { Chain, ChainRequest, PlacedItem, Resources } from './types.js'

/**
 * Completes what a client saw (who does what, and when) to a chain: the blocks that it takes now, its span and cost.
 * Whether it fits is the question of `fits`.
 *
 * @throws EngineInputError for items that are not the request's services in order, on somebody listed for them, and for
 *   a request or a resource that makes no sense
 */
export function chainOf(
  request: ChainRequest,
  items: readonly PlacedItem[],
  resources: Resources,
  options: WeightOptions = {},
): Chain {
  checkRequest(request)
  checkResources(request, resources)
  checkWeights(options)
  const { services } = request
  if (items.length !== services.length) throw new EngineInputError('items', 'must be one for each service')
  for (const [index, { serviceId, resourceId }] of items.entries()) {
    const service = services[index]
    if (service?.id !== serviceId)
      throw new EngineInputError(`items[${index}].serviceId`, 'must be the service asked for')
    if (!service.performers.some((performer) => performer.resourceId === resourceId)) {
      throw new EngineInputError(`items[${index}].resourceId`, 'must be a performer of the service')
    }
  }
  return buildChain(request, items, resources, weightsOf(options))
}
