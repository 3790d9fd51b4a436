import type { Chain, ChainItem, Interval, ServiceRequest } from '../index.js'
import type { NaiveStart } from './naive/naive-search.fixture.js'
import type { Visit } from './visits.fixture.js'

/** What generated cases were about: a generator that only makes trivial ones would prove nothing. */
export class FeatureCount {
  readonly #cases = new Map<string, number>()
  cases = 0

  note(feature: string, isThere: boolean): void {
    this.#cases.set(feature, (this.#cases.get(feature) ?? 0) + (isThere ? 1 : 0))
  }

  /** The features that a smaller part of the cases had, with their number. */
  rarerThan(part: number): string[] {
    return [...this.#cases]
      .filter(([, times]) => times < part * this.cases)
      .map(([feature, times]) => `${feature}: ${times} of ${this.cases}`)
  }

  /** Notes, once for a case, what it asks for and what any of its chains has. */
  noteAnswer({ request, resources, options }: Visit, chains: readonly Chain[], expected: readonly NaiveStart[]): void {
    this.cases++
    const isAnswered = chains.length > 0
    const { services, arrangement = 'stages', order = 'any' } = request
    const details = chains.flatMap(({ items }) =>
      items.map((item, index) => {
        const service = services[index] as ServiceRequest
        const { openings = [], bufferMinutes = 0, busy = [] } = resources.get(item.resourceId) ?? {}
        const tailEnd = item.end + service.gapAfterMinutes + bufferMinutes
        const others = items.filter((other) => other !== item)
        return { item, items, index, service, openings, bufferMinutes, busy, tailEnd, others }
      }),
    )
    type Detail = (typeof details)[number]
    const any = (feature: string, isThere: (detail: Detail) => boolean) => this.note(feature, details.some(isThere))
    const asked = (feature: string, isThere: boolean) => this.note(feature, isAnswered && isThere)

    for (const one of ['sequence', 'stages', 'overlap']) asked(one, arrangement === one)
    asked('any order', order === 'any' && arrangement === 'stages')
    asked('order as asked', order === 'asked' && arrangement === 'stages')
    asked('party', request.partySize > 1)
    asked('exact start', options.exactStart !== undefined)
    asked('three services or more', services.length > 2)
    asked('several days', new Set(request.days?.map(({ start }) => start)).size > 1)
    asked('limit on waits', request.maxIdleMinutes !== undefined)
    asked('limit on the span', request.maxChainMinutes !== undefined)
    asked('strategy priority', options.resourceStrategy === 'priority')
    asked('strategy even-load', options.resourceStrategy === 'even-load')
    asked(
      'equally cheap ways',
      expected.some(({ equals }) => equals > 1),
    )
    asked('several grids in a day', new Set(chains.map(({ items }) => gridOf(items, options.stepMinutes))).size > 1)
    any('change of performer', ({ item, others }) => others.some(({ resourceId }) => resourceId !== item.resourceId))
    any('wait', ({ item, others, index }) => index > 0 && others.every(({ end }) => end !== item.start))
    any('own durations', ({ service }) => new Set(service.performers.map(({ steps }) => minutesOf(steps))).size > 1)
    any('preferred person', ({ item }) => options.preferredResourceIds?.includes(item.resourceId) ?? false)
    any('tail that yields', ({ item, tailEnd }) => item.blocks.every(({ end }) => end < tailEnd))
    any('tail past closing', ({ openings, tailEnd }) => tailEnd > Math.max(...openings.map(({ end }) => end)))
    any('seat beside others', ({ item, busy }) => busy.some((one) => meet(one, item)))
    any('work across two openings', ({ item, openings }) => !openings.some((one) => isWithin(item, one)))
    any('processing', ({ service }) => service.performers.some(({ steps }) => steps.length > 2))
    any('guest', ({ item, others }) => arrangement === 'stages' && others.some((other) => isInside(item, other)))
    any('guest of the same person', ({ item, others }) =>
      others.some((other) => isInside(item, other) && item.resourceId === other.resourceId),
    )
    any('several guests', ({ item, others }) => others.filter((other) => isInside(other, item)).length > 1)
    any('together', ({ item, others }) => arrangement === 'stages' && others.some(({ start }) => start === item.start))
    any('another order', ({ item, items, index }) =>
      items.some(({ start }, later) => later > index && start < item.start),
    )
    any('need for all the time', ({ service }) => service.needs?.some(({ during }) => during === 'all') ?? false)
    any('need while active', ({ service }) => service.needs?.some(({ during }) => during === 'active') ?? false)
    any('second choice for a need', ({ item, service }) =>
      item.neededIds.some((id, place) => id !== service.needs?.[place]?.resourceIds[0]),
    )
    any('second person', ({ item }) => item.neededIds.some((id) => id !== 'room' && id !== 'laser'))
  }
}

const minutesOf = (steps: readonly { minutes: number }[]) => steps.reduce((sum, { minutes }) => sum + minutes, 0)
const meet = (one: Interval, other: Interval) => one.start < other.end && other.start < one.end
const isWithin = (inner: Interval, outer: Interval) => outer.start <= inner.start && inner.end <= outer.end
const isInside = (inner: Interval, outer: Interval) => outer.start < inner.start && inner.end < outer.end

/** The place of a chain's start between two lines of a grid. */
const gridOf = (items: readonly ChainItem[], step: number) => {
  const start = Math.min(...items.map((item) => item.start))
  return ((start % step) + step) % step
}
