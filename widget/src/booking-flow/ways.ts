import type { Resource, Slot, SlotItem } from '@codex-booking/sdk'
import type { FlowState } from './flow-state.js'

/** Who is there for a service: who does it first, then the other people it takes, as far as the house shows them. */
export const peopleOf = ({ resourceId, neededIds }: SlotItem, resources: readonly Resource[]): string[] => {
  const isPerson = (id: string) => resources.some((resource) => resource.id === id && resource.kind === 'person')
  return [resourceId, ...neededIds.filter(isPerson)]
}

/** What a client can tell one way from another by: who is there, when, and what it costs. */
const lookOf = ({ items, price }: Slot, resources: readonly Resource[]): string =>
  JSON.stringify([
    price.amountMinor,
    items.map((item) => [peopleOf(item, resources).toSorted(), Date.parse(item.start), Date.parse(item.end)]),
  ])

/** Whether two ways are the same to a client. */
export const looksLike = (way: Slot, other: Slot, resources: readonly Resource[]): boolean =>
  lookOf(way, resources) === lookOf(other, resources)

/**
 * The ways to say who does what at the chosen time, the best first, each that a client can tell from the others; empty
 * where there is only one.
 */
export const waysOf = ({ slot, day, catalogue }: FlowState): Slot[] => {
  if (slot === null || day.status !== 'ready' || catalogue.status !== 'ready') return []
  const { resources } = catalogue.value
  const start = day.value.starts.find((one) => one.start === slot.start)
  if (start === undefined) return []
  const ways = [start, ...start.alternatives]
  const apart = ways.filter((way, place) => ways.findIndex((other) => looksLike(way, other, resources)) === place)
  // A time offered for one that is gone may come in a way of its own.
  const isAmongThem = apart.some((way) => looksLike(way, slot, resources))
  return apart.length > 1 && isAmongThem ? apart : []
}
