import { chosenTogether, type PlacedService } from './chain/build-chain.js'
import { placedServices, readChain } from './chain/read-chain.js'
import { checkRequest, checkResources } from './check-input.js'
import { chooseNeeds, performerWork } from './placing/choose-needs.js'
import { holdsStart } from './placing/start-intervals.js'
import { Stock } from './placing/stock.js'
import { type Bounds, workStarts } from './placing/work-starts.js'
import { resourceNumbers } from './plan/resource-numbers.js'
import type { ChainRequest, PlacedItem, Resources } from './types.js'

/**
 * Whether this very chain is still possible: the services asked for, arranged as the rules allow, each with its full length
 * and tail on somebody who can do it and has the time, with what it needs, within notice, horizon, days and limits. Neither
 * the grid nor tightness counts: what a client once saw stays good although a new booking next door would have made a better
 * chain. Where an item does not say what it takes for its needs, whatever fits will do.
 *
 * A chain of other services, people or lengths than the request's does not fit; it is no error.
 *
 * @throws EngineInputError for a request or a resource that makes no sense
 */
export function fits(
  request: ChainRequest,
  chain: { readonly items: readonly PlacedItem[] },
  resources: Resources,
): boolean {
  checkRequest(request)
  checkResources(request, resourceNumbers(request), resources)
  const items = placedServices(request, chain.items)
  const stages = items && readChain(request, items)
  if (items === undefined || stages === undefined) return false
  const stock = new Stock(resources, request.partySize)
  return (
    items.every((item) => hasTime(request, stock, item)) &&
    chosenTogether(request, stages).every((some) => chooseNeeds(stock, some) !== undefined)
  )
}

function hasTime({ days }: ChainRequest, stock: Stock, { claim, start }: PlacedService): boolean {
  const { service, resourceId, shape } = claim
  const on = stock.of(resourceId)
  const bounds: Bounds = {
    earliest: Math.max(on.earliest, days?.[service]?.start ?? Number.NEGATIVE_INFINITY),
    latest: Math.min(on.latest, (days?.[service]?.end ?? Number.POSITIVE_INFINITY) - shape.minutes),
  }
  return holdsStart(workStarts(on, performerWork(claim), bounds), start)
}
