import fc from 'fast-check'
import type { BusyInterval, Opening, ResourceAvailability, Resources } from '../index.js'

export const people = ['ada', 'bo', 'cleo', 'dan'] as const
export const things = ['room', 'laser'] as const

/** From the beginning of one day to that of the next: days are short, so that things get into each other's way. */
export const dayLength = 200

/** One of several ways, by weight. */
export const weighted = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>) => ({ weight, arbitrary })

export const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>, percent: number): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(undefined) }, { weight: percent, arbitrary })

const anchors = fc.constantFrom<'shift' | 'window' | 'odd'>('shift', 'window', 'odd')

/** A pause (or an overlap), the length after it, and where the grid comes from. */
const shift = fc.tuple(
  fc.integer({ min: -4, max: 12 }),
  fc.oneof(weighted(1, fc.integer({ min: 10, max: 50 })), weighted(3, fc.integer({ min: 45, max: 90 }))),
  anchors,
)

/** Shifts after each other, apart, touching or overlapping. */
const openings = fc
  .tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.oneof(weighted(19, fc.array(shift, { minLength: 1, maxLength: 3 })), weighted(1, fc.constant([]))),
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

const busy: fc.Arbitrary<BusyInterval[]> = fc.array(
  fc
    .record({
      start: fc.integer({ min: -5, max: 120 }),
      minutes: fc.integer({ min: 1, max: 14 }),
      seats: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ start, minutes, seats }) => ({ start, end: start + minutes, seats })),
  { maxLength: 3 },
)

const moved = <Stretch extends { start: number; end: number }>(stretches: readonly Stretch[], by: number) =>
  stretches.map((stretch) => ({ ...stretch, start: stretch.start + by, end: stretch.end + by }))

/**
 * What a strategy counts: mostly small, for ties; seldom so large that a rank takes a second number, for places in the
 * lists alone, or for the strategy too.
 */
const unit = fc.oneof(weighted(6, fc.constant(1)), weighted(1, fc.constant(1e11)), weighted(1, fc.constant(1e13)))
const counted = fc.tuple(fc.integer({ min: 0, max: 3 }), unit).map(([few, unit]) => few * unit)

/** A resource on some days in a row, seldom too small for the party. */
const resource = (id: string, days: number, partySize: number): fc.Arbitrary<ResourceAvailability> =>
  fc
    .record({
      id: fc.constant(id),
      hours: fc.array(fc.record({ openings, busy }), { minLength: days, maxLength: days }),
      capacity: fc.oneof(
        weighted(55, fc.constant(partySize)),
        weighted(41, fc.integer({ min: partySize + 1, max: 5 })),
        weighted(4, fc.integer({ min: 0, max: partySize - 1 })),
      ),
      bufferMinutes: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 })),
      earliestStart: sometimes(fc.integer({ min: 0, max: 120 }), 18),
      latestStart: sometimes(fc.integer({ min: 0, max: 110 + (days - 1) * dayLength }), 17),
      priority: sometimes(counted, 70),
      load: sometimes(counted, 70),
    })
    .map(({ hours, ...others }) => ({
      ...others,
      openings: hours.flatMap(({ openings }, day) =>
        moved(openings, day * dayLength).map((opening) =>
          opening.gridAnchor === undefined ? opening : { ...opening, gridAnchor: opening.gridAnchor + day * dayLength },
        ),
      ),
      busy: hours.flatMap(({ busy }, day) => moved(busy, day * dayLength)),
    }))

/** Everybody and everything that a visit of some people can ask for, on some days in a row. */
export const houses = (days: number, partySize: number): fc.Arbitrary<Resources> =>
  fc
    .tuple(...[...people, ...things].map((id) => resource(id, days, partySize)))
    .map((resources) => new Map(resources.map((one) => [one.id, one])))
