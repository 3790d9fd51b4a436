import type { VisitItem } from '@codex-booking/sdk'
import { type FlowState, MOST_DAYS, MOST_SERVICES } from './flow-state.js'

/** What the visit is made of, and on which days. */
export type Visit = Pick<FlowState, 'items' | 'dayOffsets'>

/** Days from one service to the next; days themselves move along where one of these changes. */
const gapsOf = ({ dayOffsets }: Visit): number[] =>
  dayOffsets.map((offset, place) => offset - (dayOffsets[place - 1] ?? offset))

/** Days after the first, as far as the API goes. */
const offsetsOf = (gaps: readonly number[]): number[] => {
  let day = 0
  return gaps.map((gap) => {
    day = Math.min(day + gap, MOST_DAYS)
    return day
  })
}

/** The visit with a service at its end, on the last day so far; as it is where it has that already, or is full. */
export const withService = (visit: Visit, serviceId: string): Visit => {
  const { items, dayOffsets } = visit
  if (items.length >= MOST_SERVICES || items.some((item) => item.serviceId === serviceId)) return visit
  return { items: [...items, { serviceId }], dayOffsets: [...dayOffsets, dayOffsets.at(-1) ?? 0] }
}

/** The visit without a service; the others keep their days, counted from the new first one. */
export const withoutService = (visit: Visit, serviceId: string): Visit => {
  const place = visit.items.findIndex((item) => item.serviceId === serviceId)
  if (place < 0) return visit
  const dayOffsets = visit.dayOffsets.toSpliced(place, 1)
  const [first = 0] = dayOffsets
  return { items: visit.items.toSpliced(place, 1), dayOffsets: dayOffsets.map((offset) => offset - first) }
}

/** Somebody asked for by name, or, without `resourceId`, anyone. */
export const withResource = ({ items, dayOffsets }: Visit, serviceId: string, resourceId?: string): Visit => {
  const chosen: VisitItem = resourceId === undefined ? { serviceId } : { serviceId, resourceId }
  return { items: items.map((item) => (item.serviceId === serviceId ? chosen : item)), dayOffsets }
}

/** A service one place nearer to the start. Days belong to places: it takes over the day of the one it passes. */
export const movedEarlier = (visit: Visit, serviceId: string): Visit => {
  const items = [...visit.items]
  const place = items.findIndex((item) => item.serviceId === serviceId)
  if (place < 1) return visit
  items.splice(place - 1, 0, ...items.splice(place, 1))
  return { items, dayOffsets: visit.dayOffsets }
}

/** A service that many days after the one before it; all later ones move along. The first one is the first day. */
export const withDays = (visit: Visit, serviceId: string, days: number): Visit => {
  const place = visit.items.findIndex((item) => item.serviceId === serviceId)
  if (place < 1) return visit
  return { items: visit.items, dayOffsets: offsetsOf(gapsOf(visit).with(place, days)) }
}
