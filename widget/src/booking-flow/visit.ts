import { durationMinutes, type Money, type Resource, type Service } from '@codex-booking/sdk'
import type { Catalogue, FlowState } from './flow-state.js'

/** From the smallest to the largest; the same number twice where nothing depends on who does it. */
export interface Range {
  from: number
  to: number
}

/** A service of the visit with its name and who was asked for. */
export interface VisitPart {
  service: Service
  /** Who was asked for by name; undefined for anyone. */
  resource: Resource | undefined
  /** For all who come, in the currency's smallest unit. */
  price: Range
  minutes: Range
  /** Its day, counted from the first. */
  dayOffset: number
}

const rangeOf = (values: readonly number[]): Range => ({ from: Math.min(...values), to: Math.max(...values) })

const sumOf = (ranges: readonly Range[]): Range => ({
  from: ranges.reduce((sum, { from }) => sum + from, 0),
  to: ranges.reduce((sum, { to }) => sum + to, 0),
})

/** What a service costs and how long it takes, over everybody who does it, or for the one asked for. */
export const rangesOf = (service: Service, resourceId?: string): { price: Range; minutes: Range } => {
  const performers = service.performers.filter(
    (performer) => resourceId === undefined || performer.resourceId === resourceId,
  )
  const offers = performers.length > 0 ? performers : [service]
  return {
    price: rangeOf(offers.map(({ price }) => price.amountMinor)),
    minutes: rangeOf(offers.map(({ steps }) => durationMinutes(steps))),
  }
}

/** The people and things of a service that a client may ask for, in the order of the house. */
export const choosableFor = (service: Service, resources: readonly Resource[]): Resource[] =>
  service.performers.flatMap(
    ({ resourceId }) => resources.find(({ id, isChoosable }) => isChoosable && id === resourceId) ?? [],
  )

/** The visit as chosen, service by service. */
export const partsOf = (
  { items, dayOffsets, partySize }: Pick<FlowState, 'items' | 'dayOffsets' | 'partySize'>,
  { services, resources }: Catalogue,
): VisitPart[] =>
  items.flatMap(({ serviceId, resourceId }, place) => {
    const service = services.find(({ id }) => id === serviceId)
    if (service === undefined) return []
    const resource = resources.find(({ id }) => id === resourceId)
    const { price, minutes } = rangesOf(service, resourceId)
    const forAll = { from: price.from * partySize, to: price.to * partySize }
    return [{ service, resource, price: forAll, minutes, dayOffset: dayOffsets[place] ?? 0 }]
  })

/** Whether one starts with another, always: the house leaves no choice. */
export const hasFixedGroup = (parts: readonly VisitPart[]): boolean =>
  parts.some((one, place) => parts.slice(place + 1).some((other) => mustStartTogether(one, other)))

const mustStartTogether = (one: VisitPart, other: VisitPart): boolean =>
  one.dayOffset === other.dayOffset &&
  isGroup(one, other) &&
  [one, other].some(({ service }) => service.together === 'require')

/** Whether the house puts the two into one group, whose services may start together. */
export const isGroup = ({ service: one }: VisitPart, { service: other }: VisitPart): boolean =>
  one.overlapGroup !== null && one.overlapGroup === other.overlapGroup && one.mayOverlap && other.mayOverlap

/** What the visit costs in all. */
export const totalOf = (parts: readonly VisitPart[], currency: string): { from: Money; to: Money } => {
  const { from, to } = sumOf(parts.map(({ price }) => price))
  return { from: { amountMinor: from, currency }, to: { amountMinor: to, currency } }
}
