import type { Interval, Need, PlacedItem } from '../types.js'
import type { Shape } from './shape.js'
import type { Stock, StockedResource } from './stock.js'
import { type TakenWork, takenWork, type Work } from './work-starts.js'

/** Somebody who can do a service: what they and the service take. */
export interface Claim {
  readonly resourceId: string
  readonly shape: Shape
  readonly gapAfterMinutes: number
  readonly needs: readonly Need[]
  /** The resources of its needs, where they are settled. */
  readonly neededIds?: PlacedItem['neededIds']
}

/** A claim at a time. */
export interface PlacedClaim {
  readonly claim: Claim
  readonly start: number
  /** Only its needs count: its performer is known to have time, and nobody else wants their seats. */
  readonly onlyNeeds?: boolean
}

export const performerWork = ({ resourceId, shape, gapAfterMinutes }: Claim): Work => ({
  resourceId,
  stretches: shape.active,
  gapMinutes: gapAfterMinutes,
})

/** What one of a service's needs takes of a resource. */
export const needWork = ({ shape }: Claim, { during }: Need, resourceId: string): Work => ({
  resourceId,
  stretches: during === 'all' ? [{ from: 0, to: shape.minutes }] : shape.active,
  gapMinutes: 0,
})

/**
 * The resources for the needs of items that are there together: the first choice in list order with which everything
 * fits, or undefined where none does.
 */
export function chooseNeeds(stock: Stock, items: readonly PlacedClaim[]): string[][] | undefined {
  const taken = new Map<string, TakenWork[]>()
  const take = (work: Work, start: number): boolean => {
    const on = stock.of(work.resourceId)
    const own = work.stretches.map((_, index) => takenWork(on, work, index, start))
    const all = [...(taken.get(work.resourceId) ?? []), ...own]
    if (!hasSeats(on, all)) return false
    taken.set(work.resourceId, all)
    return true
  }
  if (!items.every(({ claim, start, onlyNeeds }) => onlyNeeds || take(performerWork(claim), start))) return undefined

  const chosen: string[][] = items.map(() => [])
  const choose = (item: number, place: number): boolean => {
    const placed = items[item]
    if (placed === undefined) return true
    const { claim, start } = placed
    const { needs, neededIds } = claim
    const need = needs[place]
    if (need === undefined) return choose(item + 1, 0)
    for (const id of neededIds ? neededIds.slice(place, place + 1) : need.resourceIds) {
      const before = taken.get(id)
      if (!take(needWork(claim, need, id), start)) continue
      chosen[item]?.push(id)
      if (choose(item, place + 1)) return true
      chosen[item]?.pop()
      taken.set(id, before ?? [])
    }
    return false
  }
  return choose(0, 0) ? chosen : undefined
}

/**
 * Whether a resource is open for all of that and has the seats. A tail yields, seat for seat, to what comes after it; so
 * at any minute only those items count together that were at work at one and the same time, each until its tail ends.
 */
function hasSeats(on: StockedResource, works: readonly TakenWork[]): boolean {
  const isOpen = ({ start, end }: Interval) =>
    on.openings.some((opening) => opening.start <= start && end <= opening.end)
  if (!works.every(isOpen)) return false
  return works.every(({ start }) => {
    const tailEnds = works.filter((work) => work.start <= start && start < work.end).map(({ tailEnd }) => tailEnd)
    tailEnds.sort((one, other) => other - one)
    return tailEnds.every((tailEnd, index) =>
      on.taken(index + 1).every((stretch) => stretch.end <= start || tailEnd <= stretch.start),
    )
  })
}
