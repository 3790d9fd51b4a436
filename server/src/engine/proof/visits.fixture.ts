import fc from 'fast-check'
import type { ChainRequest, Opening, ResourceAvailability, Resources, SearchOptions } from '../index.js'

/** A search to be made: what is asked, who is there, and how to look. */
export interface Visit {
  readonly request: ChainRequest
  readonly resources: Resources
  readonly options: SearchOptions
}

const ids = ['ada', 'bo', 'cleo', 'dan'] as const

/** One of several ways, by weight. */
const weighted = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary })

const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>, percent: number): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary })

const anchors = fc.constantFrom<'shift' | 'window' | 'odd'>('shift', 'window', 'odd')

/** A pause (or an overlap), the length after it, and where the grid comes from. */
const shift = fc.tuple(fc.integer({ min: -4, max: 12 }), fc.integer({ min: 8, max: 70 }), anchors)

/** Shifts after each other, apart, touching or overlapping. A day is short, so that things get into each other's way. */
const openings = fc
  .tuple(
    fc.integer({ min: 0, max: 30 }),
    fc.oneof(weighted(9, fc.array(shift, { minLength: 1, maxLength: 3 })), weighted(1, fc.constant([]))),
  )
  .map(([dayStart, shifts]) => {
    const list: Opening[] = []
    let minute = dayStart
    for (const [pause, length, anchor] of shifts) {
      const start = minute + pause
      const end = start + length
      const gridAnchor = { shift: start, window: undefined, odd: start - 7 }[anchor]
      list.push(gridAnchor === undefined ? { start, end } : { start, end, gridAnchor })
      minute = end
    }
    return list
  })

const busy = fc.array(
  fc
    .record({
      start: fc.integer({ min: -5, max: 110 }),
      minutes: fc.integer({ min: 1, max: 12 }),
      seats: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ start, minutes, seats }) => ({ start, end: start + minutes, seats })),
  { maxLength: 5 },
)

const resource = (id: string): fc.Arbitrary<ResourceAvailability> =>
  fc.record({
    id: fc.constant(id),
    openings,
    busy,
    capacity: fc.oneof(weighted(98, fc.integer({ min: 1, max: 4 })), weighted(2, fc.constant(0))),
    bufferMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 })),
    earliestStart: sometimes(fc.integer({ min: 0, max: 110 }), 25),
    latestStart: sometimes(fc.integer({ min: 0, max: 110 }), 25),
  })

const steps = fc.array(fc.record({ kind: fc.constant('active' as const), minutes: fc.integer({ min: 1, max: 12 }) }), {
  minLength: 1,
  maxLength: 2,
})

const service = fc
  .record({
    people: fc.oneof(
      weighted(98, fc.shuffledSubarray([...ids], { minLength: 1, maxLength: 3 })),
      weighted(2, fc.constant<(typeof ids)[number][]>([])),
    ),
    ownSteps: fc.array(steps, { minLength: 3, maxLength: 3 }),
    // Many with the same length, so that there are ties to be broken.
    sameForAll: fc.boolean(),
    gapAfterMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 })),
  })
  .map(({ people, ownSteps, sameForAll, gapAfterMinutes }) => ({
    performers: people.map((resourceId, index) => ({
      resourceId,
      steps: ownSteps[sameForAll ? 0 : index] ?? [],
    })),
    gapAfterMinutes,
  }))

const request: fc.Arbitrary<ChainRequest> = fc
  .record({
    services: fc.array(service, { minLength: 1, maxLength: 4 }),
    partySize: fc.oneof(weighted(5, fc.constant(1)), weighted(1, fc.integer({ min: 2, max: 3 }))),
  })
  .map(({ services, partySize }) => ({
    services: services.map((one, index) => ({ id: `service ${index}`, ...one })),
    partySize,
  }))

const bounds = fc
  .tuple(fc.integer({ min: -10, max: 80 }), fc.integer({ min: 1, max: 100 }))
  .map(([from, minutes]) => ({ from, until: from + minutes }))

const options: fc.Arbitrary<SearchOptions> = fc
  .record({
    stepMinutes: fc.integer({ min: 1, max: 9 }),
    bounds: sometimes(bounds, 30),
    exactStart: sometimes(fc.integer({ min: 10, max: 50 }), 15),
    preferredResourceIds: sometimes(fc.subarray([...ids]), 50),
    changeMinutes: sometimes(fc.integer({ min: 0, max: 12 }), 60),
    preferMinutes: sometimes(fc.integer({ min: 0, max: 25 }), 60),
  })
  .map(({ bounds, ...others }) => ({ ...others, ...bounds }))

const people: fc.Arbitrary<Resources> = fc
  .tuple(...ids.map(resource))
  .map((resources) => new Map(resources.map((one) => [one.id, one])))

/** Small visits over a short day, with everything that the rules know. */
export const visits: fc.Arbitrary<Visit> = fc.record({ request, resources: people, options })

/** The same visit with every time moved by some minutes. */
export function shifted({ request, resources, options }: Visit, by: number): Visit {
  const move = (minute: number | undefined) => (minute === undefined ? undefined : minute + by)
  const moveAll = <Stretch extends { start: number; end: number }>(stretches: readonly Stretch[]) =>
    stretches.map((stretch) => ({ ...stretch, start: stretch.start + by, end: stretch.end + by }))
  return {
    request,
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
