import type {
  Chain,
  ChainItem,
  ChainRequest,
  ChainStart,
  Interval,
  Reason,
  Resources,
  SearchOptions,
  ServiceRequest,
} from '../index.js'
import type { Found } from './agree.fixture.js'
import type { NaiveStart } from './naive/naive-search.fixture.js'
import type { Visit } from './visits.fixture.js'

/** What rules are about, and what each of them has to be seen together with. */
const main = [
  'gap',
  'buffer',
  'capacity',
  'party',
  'together',
  'guest',
  'processing',
  'need for all the time',
  'need while active',
  'own durations',
  'several days',
  'any order',
  'limit on waits',
  'limit on the span',
] as const

const reasons: readonly Reason[] = [
  'no-resource',
  'notice',
  'beyond-horizon',
  'chain-too-long',
  'fully-booked',
  'closed',
]

/** What generated cases were about: a generator that only makes trivial ones would prove nothing. */
export class FeatureCount {
  readonly #cases = new Map<string, number>(reasons.map((reason) => [`no time: ${reason}`, 0]))
  readonly #pairs = new Map<string, number>(
    main.flatMap((one, index) => main.slice(index + 1).map((other): [string, number] => [`${one} with ${other}`, 0])),
  )
  #count = 0

  /** How many cases had each feature and an answer, the rarest first, and which two main ones met least. */
  report(): string {
    const lines = inOrder(this.#cases).map(([feature, times]) => `${String(times).padStart(8)}  ${feature}`)
    const pairs = inOrder(this.#pairs).slice(0, 5)
    const seldom = pairs.map(([pair, times]) => `${pair} (${times})`).join(', ')
    return [`Of ${this.#count} cases, those with the feature and an answer:`, ...lines, `Met least: ${seldom}`].join(
      '\n',
    )
  }

  /** The features that a smaller part of the cases had, with their number; and what never met. */
  rarerThan(part: number): string[] {
    const rare = inOrder(this.#cases).filter(([, times]) => times < part * this.#count)
    const apart = inOrder(this.#pairs).filter(([, times]) => times === 0)
    return [...rare, ...apart].map(([feature, times]) => `${feature}: ${times} of ${this.#count}`)
  }

  /** Notes of a case why there is no answer, or else what it asks for and what any of its chains has. */
  noteCase(visit: Visit, { starts, reason, expected }: Found): void {
    this.#count++
    if (reason !== undefined) this.#note(`no time: ${reason}`, true)
    const seen = featuresOf(visit, starts, expected)
    for (const [feature, isThere] of seen) this.#note(feature, isThere && starts.length > 0)
    const there = main.filter((feature) => seen.get(feature))
    if (starts.length === 0) return
    for (const [index, one] of there.entries()) {
      for (const other of there.slice(index + 1)) increase(this.#pairs, `${one} with ${other}`)
    }
  }

  #note(feature: string, isThere: boolean): void {
    increase(this.#cases, feature, isThere ? 1 : 0)
  }
}

const increase = (counts: Map<string, number>, key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by)
const inOrder = (counts: ReadonlyMap<string, number>) => [...counts].sort(([, one], [, other]) => one - other)

/** What a visit asks for, and what any of the chains has that answer it. */
function featuresOf(
  { request, resources, options }: Visit,
  starts: readonly ChainStart[],
  expected: readonly NaiveStart[],
): Map<string, boolean> {
  const chains = starts.flatMap(({ best, alternatives }) => [best, ...alternatives])
  const { services, arrangement = 'stages', order = 'any' } = request
  const details = chains.flatMap(({ items }) =>
    items.map((item, index) => {
      const service = services[index] as ServiceRequest
      const { openings = [], bufferMinutes = 0, busy = [], capacity = 0 } = resources.get(item.resourceId) ?? {}
      const tailEnd = item.end + service.gapAfterMinutes + bufferMinutes
      const others = items.filter((other) => other !== item)
      const hosts = arrangement === 'stages' ? others.filter((other) => isInside(item, other)) : []
      const mates = arrangement === 'stages' ? others.filter(({ start }) => start === item.start) : []
      return { item, items, index, service, openings, bufferMinutes, busy, capacity, tailEnd, others, hosts, mates }
    }),
  )
  const any = (isThere: (detail: (typeof details)[number]) => boolean) => details.some(isThere)
  const isBounded = (bound: 'earliestStart' | 'latestStart') =>
    any(({ item }) => resources.get(item.resourceId)?.[bound] !== undefined)
  return new Map([
    ['sequence', arrangement === 'sequence'],
    ['stages', arrangement === 'stages'],
    ['overlap', arrangement === 'overlap'],
    ['any order', order === 'any' && arrangement === 'stages'],
    ['order as asked', order === 'asked' && arrangement === 'stages'],
    ['party', request.partySize > 1],
    ['exact start', options.exactStart !== undefined],
    ['bounds of the day asked for', options.from !== undefined],
    ['three services', services.length === 3],
    ['four services', services.length === 4],
    ['several days', new Set(request.days?.map(({ start }) => start)).size > 1],
    ['limit on waits', request.maxIdleMinutes !== undefined],
    ['limit on the span', request.maxChainMinutes !== undefined],
    ['strategy priority', options.resourceStrategy === 'priority'],
    ['strategy even-load', options.resourceStrategy === 'even-load'],
    ['ranks of more than one number', isLarge(request, resources, options)],
    ['alternatives', starts.some(({ alternatives }) => alternatives.length > 0)],
    ['all the alternatives', hasAll(starts, options.alternativesPerStart)],
    ['equally cheap ways', expected.some(({ equals }) => equals > 1)],
    ['several grids in a day', new Set(chains.map(({ items }) => gridOf(items, options.stepMinutes))).size > 1],
    ['notice', isBounded('earliestStart')],
    ['horizon', isBounded('latestStart')],
    ['change of performer', chains.some(({ items }) => new Set(items.map((item) => item.resourceId)).size > 1)],
    ['wait', any(({ item, others, index }) => index > 0 && others.every(({ end }) => end !== item.start))],
    ['own durations', any(({ service }) => new Set(service.performers.map(({ steps }) => minutesOf(steps))).size > 1)],
    ['preferred person', any(({ item }) => options.preferredResourceIds?.includes(item.resourceId) ?? false)],
    ['gap', any(({ service }) => service.gapAfterMinutes > 0)],
    ['buffer', any(({ bufferMinutes }) => bufferMinutes > 0)],
    ['tail that yields', any(({ item, tailEnd }) => item.blocks.every(({ end }) => end < tailEnd))],
    ['tail past closing', any(({ openings, tailEnd }) => tailEnd > Math.max(...openings.map(({ end }) => end)))],
    ['capacity', any(({ capacity }) => capacity > 1)],
    ['seat beside others', any(({ item, busy }) => busy.some((one) => meet(one, item)))],
    ['two items on one person at once', any(({ item, others }) => others.some((one) => areSeatsBeside(item, one)))],
    ['work across two openings', any(({ item, openings }) => !openings.some((one) => isWithin(item, one)))],
    ['processing', any(({ service }) => service.performers.some(({ steps }) => steps.length > 2))],
    ['several processing steps', any(({ service }) => service.performers.some(({ steps }) => steps.length > 4))],
    ['guest', any(({ hosts }) => hosts.length > 0)],
    ['guest of the same person', any(({ item, hosts }) => hosts.some((one) => item.resourceId === one.resourceId))],
    ['several guests', any(({ item, others, mates }) => mates.length === 0 && guestsOf(item, others).length > 1)],
    ['guest in a later step', arrangement === 'stages' && any((host) => hasLaterGuest(host))],
    ['group as a guest', any(({ hosts, mates }) => hosts.length > 0 && mates.length > 0)],
    ['together', any(({ mates }) => mates.length > 0)],
    ['three together', any(({ mates }) => mates.length > 1)],
    ['another order', any(({ item, items, index }) => items.slice(index + 1).some(({ start }) => start < item.start))],
    ['need for all the time', any(({ service }) => service.needs?.some(({ during }) => during === 'all') ?? false)],
    ['need while active', any(({ service }) => service.needs?.some(({ during }) => during === 'active') ?? false)],
    ['two needs', any(({ item }) => item.neededIds.length > 1)],
    [
      'second choice for a need',
      any(({ item, service }) => item.neededIds.some((id, place) => id !== firstOf(service, place))),
    ],
    ['second person', any(({ item }) => item.neededIds.some((id) => id !== 'room' && id !== 'laser'))],
  ])
}

const hasAll = (starts: readonly ChainStart[], wanted = 0) =>
  starts.some(({ alternatives }) => alternatives.length > 0 && alternatives.length < wanted)

/** Whether what the strategy counts for the people of a visit is more than a number holds exactly beside the cost. */
const isLarge = ({ services }: ChainRequest, resources: Resources, { resourceStrategy }: SearchOptions) =>
  services.some(({ performers }) =>
    performers.some(({ resourceId }) => {
      const { priority = 0, load = 0 } = resources.get(resourceId) ?? {}
      return { first: 0, priority, 'even-load': load }[resourceStrategy ?? 'first'] >= 1e13
    }),
  )

const minutesOf = (steps: readonly { minutes: number }[]) => steps.reduce((sum, { minutes }) => sum + minutes, 0)
const meet = (one: Interval, other: Interval) => one.start < other.end && other.start < one.end
const isWithin = (inner: Interval, outer: Interval) => outer.start <= inner.start && inner.end <= outer.end
const isInside = (inner: Interval, outer: Interval) => outer.start < inner.start && inner.end < outer.end
const guestsOf = (host: Interval, others: readonly Interval[]) => others.filter((other) => isInside(other, host))
/** Whether anything lies in an item's time after its first processing step. */
function hasLaterGuest({ item, service, others }: { item: ChainItem; service: ServiceRequest; others: ChainItem[] }) {
  const { steps = [] } = service.performers.find(({ resourceId }) => resourceId === item.resourceId) ?? {}
  const goesOn = steps.findIndex(({ kind }, index) => kind === 'active' && steps[index - 1]?.kind === 'processing')
  const over = item.start + minutesOf(steps.slice(0, Math.max(0, goesOn)))
  return goesOn > 0 && guestsOf(item, others).some(({ start }) => start >= over)
}

const firstOf = ({ needs = [] }: ServiceRequest, place: number) => needs[place]?.resourceIds[0]

/** Blocks of two items on one person at the same time. */
const areSeatsBeside = (one: ChainItem, other: ChainItem) =>
  one.blocks.some((mine) => other.blocks.some((theirs) => mine.resourceId === theirs.resourceId && meet(mine, theirs)))

/** The place of a chain's start between two lines of a grid. */
const gridOf = (items: Chain['items'], step: number) => {
  const start = Math.min(...items.map((item) => item.start))
  return ((start % step) + step) % step
}
