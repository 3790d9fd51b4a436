import { unitsOf } from '../plan/units.js'
import type { ChainRequest } from '../types.js'
import { type PlacedService, stageOf } from './build-chain.js'
import type { BuiltStage } from './built-stage.js'

/**
 * The units that items of an overlapping visit make up, as stages in the order asked for; undefined where a group does not
 * start together, or the visit stands still or lasts too long.
 */
export function readOverlap(request: ChainRequest, items: readonly PlacedService[]): BuiltStage[] | undefined {
  const { maxIdleMinutes = Number.POSITIVE_INFINITY, maxChainMinutes = Number.POSITIVE_INFINITY } = request
  const units = unitsOf(request, [...items.keys()]).map(({ services }) =>
    services.map((service) => items[service] as PlacedService),
  )
  const isTogether = units.every(([first, ...others]) => others.every(({ start }) => start === first?.start))
  const { pause, span } = runOf(items.map(({ claim, start }) => ({ start, end: start + claim.shape.minutes })))
  return isTogether && pause <= maxIdleMinutes && span <= maxChainMinutes
    ? units.map((unit) => stageOf(unit))
    : undefined
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
