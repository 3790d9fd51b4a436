import { shapeOf } from '../placing/shape.js'
import type { ChainRequest, PlacedItem, ServiceRequest } from '../types.js'
import type { PlacedService } from './build-chain.js'
import type { BuiltStage } from './built-stage.js'
import { readOverlap } from './read-overlap.js'
import { readStages } from './read-stages.js'

/** Placed items as the services of a request, or undefined where somebody does one who is not asked to. */
export function placedServices({ services }: ChainRequest, items: readonly PlacedItem[]): PlacedService[] | undefined {
  if (items.length !== services.length) return undefined
  const placed: PlacedService[] = []
  for (const [service, { serviceId, resourceId, start, end, neededIds }] of items.entries()) {
    const { id, performers, gapAfterMinutes, needs = [] } = services[service] as ServiceRequest
    const performer = performers.find((one) => one.resourceId === resourceId)
    if (id !== serviceId || performer === undefined) return undefined
    const isNeeded = neededIds?.every((needed, index) => needs[index]?.resourceIds.includes(needed)) ?? true
    if (!isNeeded || (neededIds ?? needs).length !== needs.length) return undefined
    const shape = shapeOf(performer.steps)
    if (end - start !== shape.minutes) return undefined
    placed.push({ claim: { service, resourceId, shape, gapAfterMinutes, needs, neededIds }, start })
  }
  return placed
}

/** The stages that placed items make up in the arrangement asked for; undefined where they keep to its rules in no way. */
export function readChain(request: ChainRequest, items: readonly PlacedService[]): BuiltStage[] | undefined {
  return request.arrangement === 'overlap' ? readOverlap(request, items) : readStages(request, items)
}
