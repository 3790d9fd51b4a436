import fc from 'fast-check'
import type { ChainRequest, Interval, Need, Resources, SearchOptions, ServiceRequest, Step } from '../index.js'
import { dayLength, houses, people, sometimes, things, weighted } from './people.fixture.js'

/** A search to be made: what is asked, who is there, and how to look. */
export interface Visit {
  readonly request: ChainRequest
  readonly resources: Resources
  readonly options: SearchOptions
}

const minutes = (kind: Step['kind'], min: number, max: number) =>
  fc.integer({ min, max }).map((minutes) => ({ kind, minutes }))
const work = minutes('active', 1, 12)
const pause = minutes('processing', 4, 28)

const steps: fc.Arbitrary<Step[]> = fc.oneof(
  weighted(8, fc.tuple(work)),
  weighted(1, fc.tuple(work, work)),
  weighted(5, fc.tuple(work, pause, work)),
  weighted(1, fc.tuple(work, pause)),
  weighted(2, fc.tuple(work, pause, pause, work, pause, work)),
)

const needs: fc.Arbitrary<Need[]> = fc.array(
  fc.record({
    resourceIds: fc.oneof(
      weighted(30, fc.shuffledSubarray([...things], { minLength: 1 })),
      weighted(15, fc.shuffledSubarray([...people, ...things], { minLength: 1, maxLength: 3 })),
      weighted(1, fc.constant([])),
    ),
    during: fc.constantFrom<Need['during']>('all', 'active'),
  }),
  { minLength: 1, maxLength: 2 },
)

const service = (maxPeople: number) =>
  fc
    .record({
      who: fc.oneof(
        weighted(99, fc.shuffledSubarray([...people], { minLength: 1, maxLength: maxPeople })),
        weighted(1, fc.constant<(typeof people)[number][]>([])),
      ),
      ownSteps: fc.array(steps, { minLength: 3, maxLength: 3 }),
      // Many with the same length, so that there are ties to be broken.
      sameForAll: fc.boolean(),
      gapAfterMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 })),
      needs: sometimes(needs, 40),
      parallelOk: sometimes(fc.boolean(), 75),
      parallelGroup: sometimes(fc.constantFrom('one', 'one', 'other'), 50),
      together: sometimes(fc.constantFrom<'prefer' | 'require'>('prefer', 'prefer', 'require'), 60),
    })
    .map(({ who, ownSteps, sameForAll, ...others }) => ({
      ...others,
      performers: who.map((resourceId, index) => ({ resourceId, steps: ownSteps[sameForAll ? 0 : index] ?? [] })),
    }))

/** What a visit is about: left to chance, a group, or a long service with short ones, or a group, in its processing time. */
type Style = 'any' | 'together' | 'hosted' | 'group hosted'

type Part = Omit<ServiceRequest, 'id'>

function styled(service: Part, index: number, style: Style): Part {
  if (style === 'any') return service
  const plain = { ...service, parallelOk: true, needs: service.needs?.slice(1) }
  if (style === 'together') return { ...plain, parallelGroup: index < 3 ? 'one' : 'other' }
  const long = plain.performers.map(({ resourceId, steps }) => ({ resourceId, steps: longSteps(steps) }))
  if (index === 0) return { ...plain, parallelGroup: undefined, performers: long }
  const short = plain.performers.map((performer) => ({ ...performer, steps: performer.steps.slice(0, 1) }))
  return { ...plain, parallelGroup: style === 'hosted' ? undefined : 'one', performers: short }
}

/** No stage is of four services: the others leave their group. */
const withoutFours = (services: readonly ServiceRequest[]) =>
  services.map((service, index) => {
    const before = services.slice(0, index).filter(({ parallelGroup }) => parallelGroup === service.parallelGroup)
    return before.length < 3 ? service : { ...service, parallelGroup: undefined }
  })

/** Long processing time; as often as not in two steps, of which the first is as long as the work would have been. */
const longSteps = ([first, ...others]: readonly Step[]): Step[] => [
  { kind: 'active', minutes: 3 },
  ...(others.length > 0 ? shortStep(first?.minutes ?? 1) : []),
  { kind: 'processing', minutes: 25 },
  { kind: 'active', minutes: 2 },
]

const shortStep = (minutes: number): Step[] => [
  { kind: 'processing', minutes },
  { kind: 'active', minutes: 2 },
]

/** The days of services: each on that of the one before or on the next. Not all are as long as the first. */
const daysOf = (steps: readonly number[], startsLater: number): Interval[] => {
  let day = 0
  return steps.map((step, index) => {
    if (index > 0) day += step
    const start = day * dayLength - 20 + (day > 0 ? startsLater : 0)
    return { start, end: day * dayLength + 140 }
  })
}

/** How many can do each of so many services at most: the naive search tries them all, at every minute for every order. */
const mostPeople = (count: number) => (count > 4 ? 1 : count > 3 ? 2 : 3)

type Arrangement = ChainRequest['arrangement']

const request = (count: number, arrangements: readonly Arrangement[]): fc.Arbitrary<ChainRequest> =>
  fc
    .record({
      services: fc.array(service(mostPeople(count)), { minLength: count, maxLength: count }),
      partySize: fc.oneof(weighted(3, fc.constant(1)), weighted(1, fc.constant(2))),
      style: fc.constantFrom<Style>('any', 'any', 'together', 'together', 'hosted', 'group hosted', 'group hosted'),
      arrangement: fc.constantFrom(...arrangements),
      order: fc.constantFrom<ChainRequest['order']>('asked', 'any', undefined),
      startsLater: fc.constantFrom(0, 7, -7),
      daySteps: sometimes(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: count, maxLength: count }), 35),
      maxChainMinutes: sometimes(fc.integer({ min: 8, max: 60 }), 25),
      maxIdleMinutes: sometimes(fc.integer({ min: 0, max: 12 }), 25),
    })
    .map(({ services, style, arrangement, daySteps, startsLater, ...others }) => ({
      ...others,
      arrangement,
      services: withoutFours(services.map((one, index) => ({ id: `service ${index}`, ...styled(one, index, style) }))),
      days: daySteps && arrangement !== 'overlap' ? daysOf(daySteps, startsLater) : undefined,
    }))

const bounds: fc.Arbitrary<Pick<SearchOptions, 'from' | 'until'>> = fc
  .tuple(fc.integer({ min: -10, max: 40 }), fc.integer({ min: 15, max: 100 }))
  .map(([from, minutes]) => ({ from, until: from + minutes }))

const options: fc.Arbitrary<SearchOptions> = fc
  .record({
    stepMinutes: fc.integer({ min: 3, max: 12 }),
    bounds: sometimes(bounds, 30),
    exactStart: sometimes(fc.integer({ min: 15, max: 45 }), 15),
    preferredResourceIds: sometimes(fc.subarray([...people]), 50),
    changeMinutes: sometimes(fc.integer({ min: 0, max: 12 }), 60),
    preferMinutes: sometimes(fc.integer({ min: 0, max: 25 }), 60),
    alternativesPerStart: sometimes(
      fc.oneof(weighted(3, fc.integer({ min: 0, max: 4 })), weighted(1, fc.constant(50))),
      70,
    ),
    resourceStrategy: fc.constantFrom<SearchOptions['resourceStrategy']>(undefined, 'first', 'priority', 'even-load'),
  })
  .map(({ bounds, ...others }) => ({ ...others, ...bounds }))

/** The request with everybody it could ask for, on as many days as it has. */
const inHouse = (request: ChainRequest, options: fc.Arbitrary<SearchOptions>): fc.Arbitrary<Visit> => {
  const days = Math.ceil((request.days?.at(-1)?.end ?? dayLength) / dayLength)
  return fc.record({ request: fc.constant(request), resources: houses(days, request.partySize), options })
}

/** Small visits over short days, with everything that the rules know. */
export const visits: fc.Arbitrary<Visit> = fc
  .constantFrom(1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4)
  .chain((count) => request(count, ['stages', 'stages', undefined, 'sequence', count > 3 ? 'stages' : 'overlap']))
  .chain((request) => inHouse(request, options))

/** More services find room only where people work longer, can start at any time, and fewer rooms are needed. */
const roomier = ({ request, resources, options: { exactStart, ...options } }: Visit): Visit => ({
  request: {
    ...request,
    services: request.services.map((one, index) => (index % 3 === 0 ? one : { ...one, needs: undefined })),
    maxChainMinutes: request.maxChainMinutes && request.maxChainMinutes + 60,
  },
  resources: new Map(
    [...resources].map(([id, { earliestStart, latestStart, ...one }]) => [
      id,
      { ...one, openings: one.openings.map((opening) => ({ ...opening, end: opening.end + 60 })) },
    ]),
  ),
  options: { ...options, from: 20, until: 40 },
})

/** Visits of more services than the others, by one person each or two, and from few starts. */
export const largerVisits: fc.Arbitrary<Visit> = fc
  .oneof(
    fc.constantFrom(4, 5).chain((count) => request(count, ['overlap'])),
    fc.constantFrom(5, 6).chain((count) => request(count, ['stages', 'stages', 'sequence'])),
  )
  .chain((request) => inHouse(request, options))
  .map(roomier)

/** The same visit with every time moved by some minutes. */
export function shifted({ request, resources, options }: Visit, by: number): Visit {
  const move = (minute: number | undefined) => (minute === undefined ? undefined : minute + by)
  const moveAll = <Stretch extends { start: number; end: number }>(stretches: readonly Stretch[]) =>
    stretches.map((stretch) => ({ ...stretch, start: stretch.start + by, end: stretch.end + by }))
  return {
    request: { ...request, days: request.days && moveAll(request.days) },
    resources: new Map(
      [...resources].map(([id, one]) => [
        id,
        {
          ...one,
          openings: moveAll(one.openings).map((opening) => ({ ...opening, gridAnchor: move(opening.gridAnchor) })),
          busy: moveAll(one.busy),
          earliestStart: move(one.earliestStart),
          latestStart: move(one.latestStart),
        },
      ]),
    ),
    options: {
      ...options,
      from: move(options.from),
      until: move(options.until),
      exactStart: move(options.exactStart),
    },
  }
}
