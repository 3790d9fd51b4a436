import type {
  Chain,
  ChainItem,
  ChainRequest,
  ChainStart,
  ResourceAvailability,
  Resources,
} from '../../../server/dist/engine/index.js'
import { freeOf, gridOf, type PrunedAnswer } from './pruned-search.ts'

/** Somebody who does a service, with the windows in which they are free. */
interface Doer {
  readonly resourceId: string
  readonly minutes: number
  readonly tailMinutes: number
  readonly windows: ReturnType<typeof freeOf>
}

/** The best way found from a start: who (by place) and when, for each service. */
interface Best {
  cost: number
  places: number
  readonly who: number[]
  readonly when: number[]
}

/**
 * The pruned search as fast as one can make it without another idea: when people are free is worked out once, the cost grows
 * with the beginning, and nothing is made before the best way from a start is known.
 *
 * @param budgetMilliseconds it stops when this is over
 */
export function tunedSearch(
  request: ChainRequest,
  resources: Resources,
  stepMinutes: number,
  budgetMilliseconds: number,
): PrunedAnswer {
  const doers = doersOf(request, resources)
  const last = doers.length - 1
  const who = doers.map(() => 0)
  const when = doers.map(() => 0)
  const best: Best = { cost: 0, places: 0, who: [...who], when: [...when] }
  const stopAt = performance.now() + budgetMilliseconds
  let looks = 0
  let isStopped = false
  const go = (index: number, ready: number, changes: number, places: number): void => {
    const those = doers[index] as readonly Doer[]
    if ((++looks & 1023) === 0 && performance.now() > stopAt) isStopped = true
    for (let place = 0; place < those.length && !isStopped; place++) {
      const doer = those[place] as Doer
      const start = earliest(doer, ready)
      if (Number.isNaN(start) || (index === 0 && start !== ready)) continue
      who[index] = place
      when[index] = start
      const before = index === 0 ? doer : (doers[index - 1]?.[who[index - 1] as number] as Doer)
      const allChanges = before.resourceId === doer.resourceId ? changes : changes + 1
      const end = start + doer.minutes
      if (index < last) go(index + 1, end + gapOf(request, index), allChanges, places + place)
      else {
        // What is found first has the lower places from the first service on.
        const cost = end - (when[0] as number) + 10 * allChanges
        if (cost < best.cost || (cost === best.cost && places + place < best.places)) {
          keep(best, cost, places + place, who, when)
        }
      }
    }
  }
  const starts: ChainStart[] = []
  for (const start of gridOf(resources, stepMinutes)) {
    best.cost = Number.POSITIVE_INFINITY
    go(0, start, 0, 0)
    if (isStopped) break
    if (best.cost < Number.POSITIVE_INFINITY) {
      starts.push({ start, best: chainOf(request, doers, best), alternatives: [] })
    }
  }
  return { starts, isStopped }
}

const gapOf = ({ services }: ChainRequest, index: number): number => services[index]?.gapAfterMinutes ?? 0

function doersOf({ services, partySize }: ChainRequest, resources: Resources): Doer[][] {
  const known = new Map<string, Doer['windows']>()
  const windowsOf = (one: ResourceAvailability) => {
    const windows = known.get(one.id) ?? freeOf(one, partySize)
    known.set(one.id, windows)
    return windows
  }
  return services.map(({ performers, gapAfterMinutes }) =>
    performers.map(({ resourceId, steps }) => {
      const one = resources.get(resourceId) as ResourceAvailability
      return {
        resourceId,
        minutes: steps.reduce((sum, { minutes }) => sum + minutes, 0),
        tailMinutes: one.bufferMinutes + gapAfterMinutes,
        windows: windowsOf(one),
      }
    }),
  )
}

function earliest({ minutes, tailMinutes, windows }: Doer, ready: number): number {
  for (const { start, end, tailEnd } of windows) {
    const at = Math.max(start, ready)
    if (at + minutes <= end && at + minutes + tailMinutes <= tailEnd) return at
  }
  return Number.NaN
}

function keep(best: Best, cost: number, places: number, who: readonly number[], when: readonly number[]): void {
  best.cost = cost
  best.places = places
  for (let index = 0; index < who.length; index++) {
    best.who[index] = who[index] as number
    best.when[index] = when[index] as number
  }
}

function chainOf(request: ChainRequest, doers: readonly (readonly Doer[])[], { cost, who, when }: Best): Chain {
  const { partySize: seats, services } = request
  const doerOf = (index: number) => (doers[index] as readonly Doer[])[who[index] as number] as Doer
  const items = services.map(({ id: serviceId }, index): ChainItem => {
    const { resourceId, minutes, tailMinutes } = doerOf(index)
    const start = when[index] as number
    let until = start + minutes + tailMinutes
    // A tail yields to what comes next on the same person.
    for (let later = index + 1; later < services.length; later++) {
      if (doers[later]?.[who[later] as number]?.resourceId === resourceId)
        until = Math.min(until, when[later] as number)
    }
    const blocks = [{ resourceId, start, end: until, seats }]
    return { serviceId, resourceId, neededIds: [], start, end: start + minutes, blocks }
  })
  return { items, spanMinutes: (items.at(-1)?.end ?? 0) - (when[0] as number), cost }
}
