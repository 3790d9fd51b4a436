import { type Claim, chooseNeeds, needWork, type PlacedClaim, performerWork } from '../placing/choose-needs.js'
import type { Stock } from '../placing/stock.js'
import { takenBy } from '../placing/work-starts.js'
import type { Weights } from '../plan/ranking.js'
import type { Chain, ChainItem, ChainRequest, Need } from '../types.js'
import { blocksOf, type ItemWork } from './blocks.js'

/** One item of a chain to be: its service by number, who does it, when. */
export interface PlacedService extends PlacedClaim {
  readonly service: number
  readonly claim: Claim
}

/** A stage of a chain with its guests, whose needs are chosen together. Its first item leads it. */
export interface BuiltStage {
  readonly items: readonly PlacedService[]
  readonly guests: readonly PlacedService[]
}

/**
 * Completes placed stages to a chain: the resources of their needs, the blocks that they take, span and cost.
 *
 * @param days the services of each day, whose spans are added up
 */
export function buildChain(
  request: ChainRequest,
  stock: Stock,
  stages: readonly BuiltStage[],
  days: readonly (readonly number[])[],
  weights: Weights,
): Chain {
  const works: ItemWork[] = []
  const items: ChainItem[] = []
  for (const all of chosenTogether(request, stages)) {
    const chosen = chooseNeeds(stock, all)
    for (const [index, placed] of all.entries()) {
      const { service, claim, start } = placed
      const neededIds = chosen?.[index] ?? placed.neededIds ?? []
      works.push(...worksOf(stock, placed, neededIds))
      items[service] = {
        serviceId: request.services[service]?.id ?? '',
        resourceId: claim.resourceId,
        neededIds,
        start,
        end: start + claim.shape.minutes,
        blocks: [],
      }
    }
  }
  const blocks = blocksOf(works, items.length, request.partySize)
  let spanMinutes = 0
  for (const day of days) {
    const ofDay = day.map((service) => items[service] as ChainItem)
    spanMinutes += Math.max(...ofDay.map(({ end }) => end)) - Math.min(...ofDay.map(({ start }) => start))
  }
  const leads = stages.map(({ items: [first] }) => first?.claim.resourceId)
  const changes = leads.filter((lead, index) => index > 0 && lead !== leads[index - 1]).length
  const preferred = items.filter(({ resourceId }) => weights.preferred.has(resourceId)).length
  return {
    items: items.map((item, index) => ({ ...item, blocks: blocks[index] ?? [] })),
    spanMinutes,
    cost: spanMinutes + changes * weights.changeMinutes - preferred * weights.preferMinutes,
  }
}

/** Items whose needs are chosen together: those of a stage with its guests, or all of them where they may overlap. */
export function chosenTogether({ arrangement }: ChainRequest, stages: readonly BuiltStage[]): PlacedService[][] {
  const each = stages.map(({ items, guests }) => [...items, ...guests])
  return arrangement === 'overlap' ? [each.flat().sort((one, other) => one.service - other.service)] : each
}

function worksOf(stock: Stock, { claim, service, start }: PlacedService, neededIds: readonly string[]): ItemWork[] {
  const works = [performerWork(claim)]
  for (const [place, id] of neededIds.entries()) works.push(needWork(claim, claim.needs[place] as Need, id))
  return works.flatMap((work) =>
    takenBy(stock, work, start).map((taken) => ({ ...taken, item: service, resourceId: work.resourceId })),
  )
}
