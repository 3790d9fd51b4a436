import type {
  Chain,
  ChainItem,
  ChainRequest,
  ChainStart,
  Performer,
  ResourceAvailability,
  Resources,
  ServiceRequest,
} from '../../../server/dist/engine/index.js'
import { freeWindows } from '../../../server/dist/engine/index.js'

/** What a search without the engine's thought comes to. */
export interface PrunedAnswer {
  readonly starts: readonly ChainStart[]
  /** Whether it was stopped before it had tried everything. */
  readonly isStopped: boolean
}

/** A chain that has been tried, and how far its people are down their lists. */
interface Tried {
  readonly chain: Chain
  readonly places: number
}

/**
 * The usual way to do it, written straight down: depth first over everybody who does the next service, each as early as it
 * fits into the time in which they are free, given up where a beginning cannot go on, and of all chains the best is kept. It
 * does the same job as the engine, chains and blocks and ties included, for visits in sequence of one active step each,
 * without limits, needs and preferences.
 *
 * @param budgetMilliseconds it stops when this is over
 */
export function prunedSearch(
  request: ChainRequest,
  resources: Resources,
  stepMinutes: number,
  budgetMilliseconds: number,
): PrunedAnswer {
  const { services, partySize } = request
  const stopAt = performance.now() + budgetMilliseconds
  let best: Tried | undefined
  let isStopped = false
  const go = (items: readonly ChainItem[], ready: number, places: number): void => {
    isStopped ||= performance.now() > stopAt
    const service = services[items.length]
    if (service === undefined) {
      const tried = { chain: chainOf(items), places }
      // What is found first has the lower places from the first service on.
      if (best === undefined || isBetter(tried, best)) best = tried
      return
    }
    for (let place = 0; place < service.performers.length && !isStopped; place++) {
      const performer = service.performers[place] as Performer
      const on = resources.get(performer.resourceId) as ResourceAvailability
      const item = earliestItem(service, performer, on, partySize, ready)
      if (item === undefined || (items.length === 0 && item.start !== ready)) continue
      go([...items, item], item.end + service.gapAfterMinutes, places + place)
    }
  }
  const starts: ChainStart[] = []
  for (const start of gridOf(resources, stepMinutes)) {
    best = undefined
    go([], start, 0)
    if (isStopped) break
    // TypeScript does not see that it is assigned in `go`.
    const found = best as Tried | undefined
    if (found !== undefined) starts.push({ start, best: found.chain, alternatives: [] })
  }
  return { starts, isStopped }
}

const isBetter = (one: Tried, other: Tried) =>
  one.chain.cost < other.chain.cost || (one.chain.cost === other.chain.cost && one.places < other.places)

/** A service at the first minute at which somebody has time for it, gap and buffer included. */
function earliestItem(
  service: ServiceRequest,
  { resourceId, steps }: Performer,
  on: ResourceAvailability,
  seats: number,
  ready: number,
): ChainItem | undefined {
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  const tailMinutes = on.bufferMinutes + service.gapAfterMinutes
  for (const window of freeOf(on, seats)) {
    const start = Math.max(window.start, ready)
    const end = start + minutes
    if (end > window.end || end + tailMinutes > window.tailEnd) continue
    const blocks = [{ resourceId, start, end: end + tailMinutes, seats }]
    return { serviceId: service.id, resourceId, neededIds: [], start, end, blocks }
  }
  return undefined
}

function chainOf(items: readonly ChainItem[]): Chain {
  const [first] = items
  const last = items.at(-1)
  const spanMinutes = first === undefined || last === undefined ? 0 : last.end - first.start
  const changes = items.filter(({ resourceId }, index) => index > 0 && items[index - 1]?.resourceId !== resourceId)
  return {
    items: items.map((item, index) => yielding(item, items.slice(index + 1))),
    spanMinutes,
    cost: spanMinutes + 10 * changes.length,
  }
}

/** The tail of an item yields to what comes next on the same person. */
function yielding(item: ChainItem, later: readonly ChainItem[]): ChainItem {
  const next = later.find(({ resourceId }) => resourceId === item.resourceId)
  if (next === undefined) return item
  return { ...item, blocks: item.blocks.map((block) => ({ ...block, end: Math.min(block.end, next.start) })) }
}

/** When somebody is free, and until when a tail may run after it: past closing time, but not into another booking. */
export function freeOf({ openings, busy, capacity }: ResourceAvailability, seats: number) {
  return freeWindows(openings, busy, capacity, seats).map(({ start, end }) => ({
    start,
    end,
    tailEnd: openings.some((opening) => opening.end === end) ? Number.POSITIVE_INFINITY : end,
  }))
}

/** All starts on the grid of the openings, which are the same for everybody in these salons. */
export function gridOf(resources: Resources, stepMinutes: number): number[] {
  const [opening] = [...resources.values()][0]?.openings ?? []
  const starts: number[] = []
  if (opening !== undefined) for (let at = opening.start; at < opening.end; at += stepMinutes) starts.push(at)
  return starts
}
