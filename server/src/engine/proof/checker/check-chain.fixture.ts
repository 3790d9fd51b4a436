import type {
  Chain,
  ChainItem,
  ChainRequest,
  ResourceAvailability,
  Resources,
  SearchOptions,
  ServiceRequest,
} from '../../index.js'
import { type Reading, readingsOf } from './readings.fixture.js'
import { seatComplaints, seatsFree, worksOf } from './works.fixture.js'

/**
 * Looks at one chain from outside, minute by minute, and says what breaks a rule: order, gaps, guests, groups, lengths,
 * openings, seats, tails, needs, waits, days, notice, blocks, span and cost. Shares no code with the engine or with the naive
 * search.
 *
 * @param isTight whether nothing may start later than it could
 */
export function complaints(
  chain: Chain,
  request: ChainRequest,
  resources: Resources,
  options: Partial<SearchOptions>,
  isTight = true,
): string[] {
  const { services } = request
  const found = services.flatMap((service, index) => itemComplaints(service, chain.items[index], resources))
  if (found.length > 0 || chain.items.length !== services.length) return [...found, 'an item for every service']
  found.push(...seatComplaints(chain, request, resources))
  const { changeMinutes = 10, preferMinutes = 20, preferredResourceIds = [] } = options
  const preferred = chain.items.filter(({ resourceId }) => preferredResourceIds.includes(resourceId)).length
  const spans = daysOf(request).map((day) => spanOf(day.map((index) => chain.items[index] as ChainItem)))
  const span = spans.reduce((sum, one) => sum + one, 0)
  const changes = request.arrangement === 'overlap' ? overlapChanges(request, chain) : changesOf(request, chain)
  const costs = changes.map((count) => span + count * changeMinutes - preferred * preferMinutes)
  if (costs.length === 0) found.push('no way to read it keeps the order')
  else if (!costs.includes(chain.cost)) found.push(`the cost is one of ${costs.join()}, not ${chain.cost}`)
  if (chain.spanMinutes !== span) found.push(`the span is ${span}`)
  if (spans.some((one) => one > (request.maxChainMinutes ?? one))) found.push('it lasts too long')
  for (const [index, day] of (request.days ?? []).entries()) {
    const { start, end } = chain.items[index] as ChainItem
    if (start < day.start || end > day.end) found.push(`item ${index} is not within its day`)
  }
  return isTight && request.arrangement === 'sequence' ? [...found, ...delays(chain, request, resources)] : found
}

function itemComplaints(service: ServiceRequest, item: ChainItem | undefined, resources: Resources): string[] {
  const performer = service.performers.find(({ resourceId }) => resourceId === item?.resourceId)
  const { needs = [] } = service
  if (item === undefined || performer === undefined) return [`${service.id} has nobody who does it`]
  const found: string[] = []
  const { start, end, neededIds } = item
  const { earliestStart = start, latestStart = start } = resources.get(item.resourceId) as ResourceAvailability
  if (item.serviceId !== service.id) found.push(`${item.serviceId} is not ${service.id}`)
  if (start < earliestStart) found.push(`${service.id} starts before notice`)
  if (start > latestStart) found.push(`${service.id} starts beyond the horizon`)
  if (end - start !== performer.steps.reduce((sum, { minutes }) => sum + minutes, 0))
    found.push('it takes another time')
  if (neededIds.length !== needs.length) found.push(`${service.id} has not what it needs`)
  for (const [index, id] of neededIds.entries()) {
    if (!needs[index]?.resourceIds.includes(id)) found.push(`${service.id} does not need ${id}`)
  }
  return found
}

const spanOf = (items: readonly ChainItem[]) =>
  Math.max(...items.map(({ end }) => end)) - Math.min(...items.map(({ start }) => start))

function daysOf({ services, days }: ChainRequest): number[][] {
  const starts = services.map((_, index) => days?.[index]?.start)
  return [...new Set(starts)].map((start) => [...starts.keys()].filter((index) => starts[index] === start))
}

/** How many changes of performer the chain can be read with, over all its days. */
function changesOf(request: ChainRequest, { items }: Chain): number[] {
  let counts = [{ changes: 0, lead: '' }]
  for (const day of daysOf(request)) {
    const leadOf = (list: Reading['stages'][number] | undefined) => items[list?.items[0] ?? 0]?.resourceId ?? ''
    const readings = readingsOf(request, items, day)
    counts = counts.flatMap(({ changes, lead }) =>
      readings.map((reading) => ({
        changes: changes + reading.changes + (lead !== '' && lead !== leadOf(reading.stages[0]) ? 1 : 0),
        lead: leadOf(reading.stages.at(-1)),
      })),
    )
  }
  return counts.map(({ changes }) => changes)
}

/** The same for a visit that may overlap: its groups start together, and it does not stand still for too long. */
function overlapChanges({ services, maxIdleMinutes }: ChainRequest, { items }: Chain): number[] {
  const groups = [...new Set(services.map(({ parallelGroup }, index) => parallelGroup ?? index))]
  const members = groups.map((group) => items.filter((_, index) => (services[index]?.parallelGroup ?? index) === group))
  if (members.some((list) => list.some(({ start }) => start !== list[0]?.start))) return []
  const first = Math.min(...items.map(({ start }) => start))
  let pause = 0
  for (let minute = first; minute < first + spanOf(items); minute++) {
    pause = items.some(({ start, end }) => start <= minute && minute < end) ? 0 : pause + 1
    if (pause > (maxIdleMinutes ?? pause)) return []
  }
  const leads = members.map(([item]) => item?.resourceId)
  return [leads.filter((lead, index) => index > 0 && lead !== leads[index - 1]).length]
}

/** Items of a sequence that could have started earlier, if what they need can be left aside. */
function delays(chain: Chain, request: ChainRequest, resources: Resources): string[] {
  const works = worksOf(chain, request, resources)
  return chain.items.flatMap((item, index) => {
    const before = chain.items[index - 1]
    const service = request.services[index] as ServiceRequest
    const isFirst = request.days?.[index]?.start !== request.days?.[index - 1]?.start
    if (before === undefined || isFirst || (service.needs ?? []).length > 0) return []
    const ready = before.end + (request.services[index - 1]?.gapAfterMinutes ?? 0)
    const resource = resources.get(item.resourceId) as ResourceAvailability
    const couldBe = (by: number) =>
      item.start - by >= (resource.earliestStart ?? item.start - by) &&
      (works[index] ?? []).every(({ minutes, tail }) =>
        [...minutes, ...tail].every(
          (minute) => seatsFree(resource, minute - by, minutes.includes(minute)) >= request.partySize,
        ),
      )
    for (let by = 1; by <= item.start - ready; by++) if (couldBe(by)) return [`item ${index} could start ${by} earlier`]
    return []
  })
}
