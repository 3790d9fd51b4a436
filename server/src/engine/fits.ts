import { checkRequest, checkResources } from './check-input.js'
import { makePlan } from './search/plan.js'
import { holdsStart } from './search/start-intervals.js'
import type { ChainRequest, PlacedItem, Resources } from './types.js'

/**
 * Whether this very chain is still possible: the services asked for, in order, each with its full length and gap on
 * somebody who can do it and has the time, within notice and horizon. Neither the grid nor tightness counts: what a
 * client once saw stays good although a new booking next door would have made a better chain.
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
  checkResources(request, resources)
  const { services } = request
  if (chain.items.length !== services.length) return false
  const plan = makePlan(request, resources)
  let ready = Number.NEGATIVE_INFINITY
  return chain.items.every(({ serviceId, resourceId, start, end }, index) => {
    const candidate = plan[index]?.find((one) => one.resourceId === resourceId)
    const isAsAsked = services[index]?.id === serviceId && candidate?.activeMinutes === end - start
    if (candidate === undefined || !isAsAsked || start < ready) return false
    ready = start + candidate.minutesUntilReady
    return holdsStart(candidate.starts, start)
  })
}
