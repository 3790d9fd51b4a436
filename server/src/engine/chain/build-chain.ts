import { type Claim, chooseNeeds, needWork, type PlacedClaim, performerWork } from '../placing/choose-needs.js'
import type { Stock } from '../placing/stock.js'
import { takenBy, type Work } from '../placing/work-starts.js'
import type { Weights } from '../plan/ranking.js'
import type { Chain, ChainItem, ChainRequest, Need, ServiceRequest } from '../types.js'
import { addBlocks, type ItemWork } from './blocks.js'

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
  let preferred = 0
  const place = (placed: PlacedService, neededIds: readonly string[]) => {
    const { service, claim, start } = placed
    const { resourceId, shape } = claim
    addWorks(stock, placed, neededIds, works)
    if (weights.preferred.has(resourceId)) preferred++
    const { id: serviceId } = request.services[service] as ServiceRequest
    items[service] = { serviceId, resourceId, neededIds, start, end: start + shape.minutes, blocks: [] }
  }
  if (request.services.some(({ needs }) => needs !== undefined && needs.length > 0)) {
    for (const all of chosenTogether(request, stages)) {
      const chosen = chooseNeeds(stock, all)
      for (const [index, placed] of all.entries()) place(placed, chosen?.[index] ?? placed.neededIds ?? nothing)
    }
  } else {
    for (const stage of stages) {
      for (const placed of stage.items) place(placed, nothing)
      for (const placed of stage.guests) place(placed, nothing)
    }
  }
  addBlocks(works, items, request.partySize)
  let changes = 0
  for (let index = 1; index < stages.length; index++) {
    if (leadOf(stages[index]) !== leadOf(stages[index - 1])) changes++
  }
  const spanMinutes = days.reduce((sum, day) => sum + spanOf(day, items), 0)
  const cost = spanMinutes + changes * weights.changeMinutes - preferred * weights.preferMinutes
  return { items, spanMinutes, cost }
}

const nothing: readonly string[] = []

const leadOf = (stage: BuiltStage | undefined) => stage?.items[0]?.claim.resourceId

function spanOf(day: readonly number[], items: readonly ChainItem[]): number {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const service of day) {
    const { start, end } = items[service] as ChainItem
    first = Math.min(first, start)
    last = Math.max(last, end)
  }
  return last - first
}

/** Items whose needs are chosen together: those of a stage with its guests, or all of them where they may overlap. */
export function chosenTogether({ arrangement }: ChainRequest, stages: readonly BuiltStage[]): PlacedService[][] {
  const each = stages.map(({ items, guests }) => [...items, ...guests])
  return arrangement === 'overlap' ? [each.flat().sort((one, other) => one.service - other.service)] : each
}

function addWorks(
  stock: Stock,
  { claim, service, start }: PlacedService,
  neededIds: readonly string[],
  into: ItemWork[],
): void {
  addWork(stock, service, performerWork(claim), start, into)
  for (const [place, id] of neededIds.entries()) {
    addWork(stock, service, needWork(claim, claim.needs[place] as Need, id), start, into)
  }
}

function addWork(stock: Stock, item: number, work: Work, start: number, into: ItemWork[]): void {
  const { resourceId } = work
  for (const { start: from, end, tailEnd } of takenBy(stock, work, start)) {
    into.push({ item, resourceId, start: from, end, tailEnd })
  }
}
