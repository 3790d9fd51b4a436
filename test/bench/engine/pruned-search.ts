import type { ChainRequest, Resources } from '../../../server/dist/engine/index.js'
import { freeWindows } from '../../../server/dist/engine/index.js'

/** What a search without the engine's thought comes to. */
export interface PrunedAnswer {
  readonly costByStart: ReadonlyMap<number, number>
  /** Whether it was stopped before it had tried everything. */
  readonly isStopped: boolean
}

/**
 * The usual way to do it: depth first over everybody who does the next service, given up where a beginning cannot go on.
 * Times and costs are those of the engine for a plain sequence.
 *
 * @param budgetMilliseconds it stops when this is over
 */
export function prunedSearch(
  { services, partySize }: ChainRequest,
  resources: Resources,
  stepMinutes: number,
  budgetMilliseconds: number,
): PrunedAnswer {
  const free = new Map(
    [...resources].map(([id, one]) => [id, freeWindows(one.openings, one.busy, one.capacity, partySize)]),
  )
  const earliest = (id: string, ready: number, minutes: number, tail: number): number => {
    const closing = Math.max(...(resources.get(id)?.openings ?? []).map(({ end }) => end))
    for (const { start, end } of free.get(id) ?? []) {
      const at = Math.max(start, ready)
      if (at + minutes <= end && (at + minutes + tail <= end || end === closing)) return at
    }
    return Number.NaN
  }
  const costByStart = new Map<number, number>()
  const stopAt = performance.now() + budgetMilliseconds
  let looks = 0
  let isStopped = false
  const go = (index: number, ready: number, begin: number, lead: string, changes: number) => {
    const service = services[index]
    if (service === undefined) {
      const cost = ready - begin + 10 * changes
      if (cost < (costByStart.get(begin) ?? Number.POSITIVE_INFINITY)) costByStart.set(begin, cost)
      return
    }
    if ((++looks & 1023) === 0 && performance.now() > stopAt) isStopped = true
    for (const { resourceId, steps } of service.performers) {
      if (isStopped) return
      const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
      const start = earliest(resourceId, ready, minutes, resources.get(resourceId)?.bufferMinutes ?? 0)
      if (Number.isNaN(start) || (index === 0 && start !== ready)) continue
      go(index + 1, start + minutes, begin, resourceId, changes + (index > 0 && lead !== resourceId ? 1 : 0))
    }
  }
  for (let start = 540; start < 1080 && !isStopped; start += stepMinutes) go(0, start, start, '', 0)
  return { costByStart, isStopped }
}
