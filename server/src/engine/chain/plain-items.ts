import type { StockedResource } from '../placing/stock.js'
import type { ChainItem, ServiceRequest } from '../types.js'
import type { BuiltStage, ServiceClaim } from './built-stage.js'

const noNeeds: readonly string[] = []

/**
 * The items of a visit on which there is nothing to be seen to but who comes next: one service after the other, each by
 * one person who works from its first minute to its last, and nothing else needed. Each item has one block, whose tail
 * yields to the next work of the same person. Undefined where a visit takes more thought.
 */
export function plainItems(
  stages: readonly BuiltStage[],
  services: readonly ServiceRequest[],
  seats: number,
): ChainItem[] | undefined {
  const items: ChainItem[] = []
  for (let place = 0; place < stages.length; place++) {
    const { option, start, guests } = stages[place] as BuiltStage
    const claim = option.candidates[0] as ServiceClaim
    if (guests !== undefined || option.candidates.length > 1 || !isPlain(claim)) return undefined
    const { service, resourceId, shape } = claim
    const blockEnd = tailYielding(stages, place)
    if (Number.isNaN(blockEnd)) return undefined
    items[service] = {
      serviceId: (services[service] as ServiceRequest).id,
      resourceId,
      neededIds: noNeeds,
      start,
      end: start + shape.minutes,
      blocks: [{ resourceId, start, end: blockEnd, seats }],
    }
  }
  return items
}

const isPlain = ({ shape, on }: ServiceClaim) => on !== undefined && shape.processing.length === 0

/** Where the block of a stage ends; NaN where another stage lies beside it, or is over for good before its tail is. */
function tailYielding(stages: readonly BuiltStage[], place: number): number {
  const stage = stages[place] as BuiltStage
  const { on, shape } = stage.option.candidates[0] as ServiceClaim
  const end = stage.start + shape.minutes
  const tailEnd = tailEndOf(stage)
  let until = tailEnd
  for (let later = place + 1; later < stages.length; later++) {
    const other = stages[later] as BuiltStage
    if (other.start >= tailEnd) break
    if (other.start < end) return Number.NaN
    if ((other.option.candidates[0] as ServiceClaim).on !== on) continue
    if (tailEndOf(other) < tailEnd) return Number.NaN
    until = Math.min(until, other.start)
  }
  return until
}

function tailEndOf({ option, start }: BuiltStage): number {
  const { shape, gapAfterMinutes, on } = option.candidates[0] as ServiceClaim
  return start + shape.minutes + gapAfterMinutes + (on as StockedResource).resource.bufferMinutes
}
