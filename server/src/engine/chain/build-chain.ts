import { chooseNeeds, needWork } from '../placing/choose-needs.js'
import type { Stock, StockedResource } from '../placing/stock.js'
import { type TimedWork, takenWork } from '../placing/work-starts.js'
import { type WeightOptions, type Weights, weightsOf } from '../plan/ranking.js'
import type { Block, Chain, ChainItem, ChainRequest, Need, ServiceRequest } from '../types.js'
import { blocksOf, type ItemWork } from './blocks.js'
import type { BuiltStage, ServiceClaim } from './built-stage.js'
import { plainItems } from './plain-items.js'

type NeededIds = readonly string[]

const nothing: NeededIds = []

/** Completes placed stages to chains: the resources of their needs, the blocks that they take, span and cost. */
export class ChainBuilder {
  readonly #request: ChainRequest
  readonly #stock: Stock
  readonly #days: readonly (readonly number[])[]
  readonly #weights: Weights
  readonly #hasNeeds: boolean
  /** What stages without guests take for their needs, by their start. */
  readonly #known = new Map<BuiltStage['option'], Map<number, NeededIds[]>>()

  /** @param days the services of each day, whose spans are added up */
  constructor(request: ChainRequest, stock: Stock, days: readonly (readonly number[])[], options: WeightOptions) {
    this.#request = request
    this.#stock = stock
    this.#days = days
    this.#weights = weightsOf(options)
    this.#hasNeeds = request.services.some(({ needs }) => needs !== undefined && needs.length > 0)
  }

  build(stages: readonly BuiltStage[]): Chain {
    const { services, partySize } = this.#request
    const plain = this.#hasNeeds ? undefined : plainItems(stages, services, partySize)
    const items = plain ?? this.#items(stages)
    let spanMinutes = 0
    for (const day of this.#days) spanMinutes += spanOf(day, items)
    return { items, spanMinutes, cost: spanMinutes + this.#priceOf(stages, items) }
  }

  #items(stages: readonly BuiltStage[]): ChainItem[] {
    const neededIds = this.#hasNeeds ? this.#chosenNeeds(stages) : undefined
    const works: ItemWork[] = []
    for (const stage of stages) this.#addWorks(stage, neededIds, works)
    const blocks = blocksOf(works, this.#request.partySize)
    const items: ChainItem[] = []
    for (const stage of stages) this.#addItems(stage, neededIds, blocks, items)
    return items
  }

  #addItems(
    { option, start, guests }: BuiltStage,
    neededIds: readonly NeededIds[] | undefined,
    blocks: readonly Block[][],
    into: ChainItem[],
  ): void {
    for (const { service, resourceId, shape } of option.candidates) {
      into[service] = {
        serviceId: (this.#request.services[service] as ServiceRequest).id,
        resourceId,
        neededIds: neededIds?.[service] ?? nothing,
        start,
        end: start + shape.minutes,
        blocks: blocks[service] ?? [],
      }
    }
    if (guests !== undefined) for (const guest of guests.guests) this.#addItems(guest, neededIds, blocks, into)
  }

  /** What a chain costs beside its minutes. */
  #priceOf(stages: readonly BuiltStage[], items: readonly ChainItem[]): number {
    const { changeMinutes, preferMinutes, preferred } = this.#weights
    let price = 0
    for (let index = 1; index < stages.length; index++) {
      if (leadOf(stages[index]) !== leadOf(stages[index - 1])) price += changeMinutes
    }
    if (preferred.size > 0) for (const { resourceId } of items) if (preferred.has(resourceId)) price -= preferMinutes
    return price
  }

  /** The resources of every service's needs. */
  #chosenNeeds(stages: readonly BuiltStage[]): NeededIds[] {
    const neededIds: NeededIds[] = []
    if (this.#request.arrangement === 'overlap') {
      for (const all of chosenTogether(this.#request, stages)) this.#choose(all, neededIds)
    } else {
      for (const stage of stages) this.#chooseFor(stage, neededIds)
    }
    return neededIds
  }

  /** Many chains have the same stage at the same time: what it takes is then the same. */
  #chooseFor(stage: BuiltStage, into: NeededIds[]): void {
    const { option, start, guests } = stage
    if (guests !== undefined) {
      this.#choose(servicesOf(stage), into)
      return
    }
    let byStart = this.#known.get(option)
    if (byStart === undefined) {
      byStart = new Map()
      this.#known.set(option, byStart)
    }
    let known = byStart.get(start)
    if (known === undefined) {
      known = []
      this.#choose(servicesOf(stage), known)
      byStart.set(start, known)
    }
    for (const { service } of option.candidates) into[service] = known[service] ?? nothing
  }

  #choose(all: readonly PlacedService[], into: NeededIds[]): void {
    const chosen = chooseNeeds(this.#stock, all)
    for (const [index, { claim }] of all.entries()) into[claim.service] = chosen?.[index] ?? claim.neededIds ?? nothing
  }

  #addWorks(
    { option, start, guests }: BuiltStage,
    neededIds: readonly NeededIds[] | undefined,
    into: ItemWork[],
  ): void {
    for (const claim of option.candidates) {
      const { service, resourceId, shape, gapAfterMinutes } = claim
      const on = claim.on ?? this.#stock.of(resourceId)
      addWork(service, on, { stretches: shape.active, gapMinutes: gapAfterMinutes }, start, into)
      const needed = neededIds?.[service]
      for (let place = 0; needed !== undefined && place < needed.length; place++) {
        const id = needed[place] as string
        addWork(service, this.#stock.of(id), needWork(claim, claim.needs[place] as Need, id), start, into)
      }
    }
    if (guests !== undefined) for (const guest of guests.guests) this.#addWorks(guest, neededIds, into)
  }
}

const leadOf = (stage: BuiltStage | undefined) => stage?.option.candidates[0]?.resourceId

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

/** A claim of a chain at its time. */
export interface PlacedService {
  readonly claim: ServiceClaim
  readonly start: number
}

/** Items that start together, as a stage. */
export const stageOf = (items: readonly PlacedService[], guests: readonly PlacedService[] = []): BuiltStage => ({
  option: { candidates: items.map(({ claim }) => claim) },
  start: items[0]?.start ?? 0,
  guests: { guests: guests.map((guest) => stageOf([guest])) },
})

/** Items whose needs are chosen together: those of a stage with its guests, or all of them where they may overlap. */
export function chosenTogether({ arrangement }: ChainRequest, stages: readonly BuiltStage[]): PlacedService[][] {
  const each = stages.map(servicesOf)
  return arrangement === 'overlap' ? [each.flat().sort((one, other) => one.claim.service - other.claim.service)] : each
}

const servicesOf = ({ option, start, guests }: BuiltStage): PlacedService[] => [
  ...option.candidates.map((claim) => ({ claim, start })),
  ...(guests?.guests ?? []).flatMap(servicesOf),
]

function addWork(item: number, on: StockedResource, work: TimedWork, start: number, into: ItemWork[]): void {
  for (let index = 0; index < work.stretches.length; index++) {
    const { start: from, end, tailEnd } = takenWork(on, work, index, start)
    into.push({ item, resourceId: on.resource.id, start: from, end, tailEnd })
  }
}
