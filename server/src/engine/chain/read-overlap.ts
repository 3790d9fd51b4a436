import { unitsOf } from '../plan/units.js'
import type { ChainRequest } from '../types.js'
import type { BuiltStage, PlacedService } from './build-chain.js'

/**
 * The units that items of an overlapping visit make up, as stages in the order asked for; undefined where a group does not
 * start together, or the visit stands still or lasts too long.
 */
export function readOverlap(request: ChainRequest, items: readonly PlacedService[]): BuiltStage[] | undefined {
  const { maxIdleMinutes = Number.POSITIVE_INFINITY, maxChainMinutes = Number.POSITIVE_INFINITY } = request
  const stages = unitsOf(request, [...items.keys()]).map(
    ({ services }): BuiltStage => ({
      items: services.map((service) => items[service] as PlacedService),
      guests: [],
    }),
  )
  const isTogether = stages.every(({ items: [first, ...others] }) =>
    others.every(({ start }) => start === first?.start),
  )
  const { pause, span } = runOf(items.map(({ claim, start }) => ({ start, end: start + claim.shape.minutes })))
  return isTogether && pause <= maxIdleMinutes && span <= maxChainMinutes ? stages : undefined
}

/** The time from the first start to the last end, and the longest stretch in it in which nothing runs. */
export function runOf(items: readonly { start: number; end: number }[]): { pause: number; span: number } {
  const sorted = items.toSorted((one, other) => one.start - other.start)
  const first = sorted[0]?.start ?? 0
  let until = first
  let pause = 0
  for (const { start, end } of sorted) {
    pause = Math.max(pause, start - until)
    until = Math.max(until, end)
  }
  return { pause, span: until - first }
}
