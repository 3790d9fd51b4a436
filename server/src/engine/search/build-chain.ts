import type { Block, Chain, ChainRequest, PlacedItem, ResourceAvailability, Resources } from '../types.js'
import { priceOf, type Weights } from './weights.js'

/**
 * Completes placed items to a chain: the blocks that they take, span and cost.
 *
 * An item's block lasts from its start through gap and buffer. Where a later item of the same chain is on the same
 * resource before that is over, the tail yields: its seats are the later item's from then on, and the later item's own
 * tail ends after the one that yielded. So a chain never holds a seat twice, and leaves no hole in a tail.
 */
export function buildChain(
  { services, partySize }: ChainRequest,
  placed: readonly PlacedItem[],
  resources: Resources,
  weights: Weights,
): Chain {
  let cost = 0
  let before: string | undefined
  const items = placed.map(({ serviceId, resourceId, start, end }, index) => {
    const { bufferMinutes } = resources.get(resourceId) as ResourceAvailability
    const tail = (services[index]?.gapAfterMinutes ?? 0) + bufferMinutes
    const nextHere = placed.find((item, later) => later > index && item.resourceId === resourceId)
    const blockEnd = Math.min(end + tail, nextHere?.start ?? Number.POSITIVE_INFINITY)
    const block: Block = { resourceId, start, end: blockEnd, seats: partySize }
    cost += priceOf(resourceId, before, weights)
    before = resourceId
    return { serviceId, resourceId, start, end, blocks: [block] }
  })
  const spanMinutes = (items.at(-1)?.end ?? 0) - (items[0]?.start ?? 0)
  return { items, spanMinutes, cost: spanMinutes + cost }
}
