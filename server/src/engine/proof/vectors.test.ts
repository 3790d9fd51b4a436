import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ChainRequest, findChains, type Opening, type ResourceAvailability } from '../index.js'

interface VectorResource {
  readonly id: string
  /** The grid's anchor; null: each window has its own. */
  readonly workStart: number | null
  readonly freeWindows: readonly [number, number][]
  readonly bufferMinutes: number
}

interface Vector {
  readonly name: string
  readonly stepMinutes: number
  readonly minStart?: number | null
  readonly services: readonly {
    readonly id: string
    readonly durationMinutes: number
    readonly gapAfterMinutes: number
    readonly resources: readonly string[]
    readonly parallelGroup: string | null
  }[]
  readonly overlapAllowed?: boolean
  readonly maxChainMinutes?: number | null
  readonly resources: readonly VectorResource[]
  readonly expected: {
    readonly feasibleStarts: readonly number[]
    readonly minSpanByStart: Readonly<Record<string, number>>
    readonly resourcesByStart?: Readonly<Record<string, readonly string[]>>
  }
}

const read = (name: string): Vector[] =>
  JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8'))

/** Free windows as openings of their own. */
const asOpenings = ({ workStart, freeWindows }: VectorResource) => ({
  openings: freeWindows.map(([start, end]): Opening => ({ start, end, gridAnchor: workStart ?? undefined })),
  busy: [],
})

/** The same free windows as one opening with bookings between them. */
const asBookings = ({ workStart, freeWindows }: VectorResource) => {
  const first = freeWindows[0]
  const last = freeWindows.at(-1)
  if (first === undefined || last === undefined) return { openings: [], busy: [] }
  const between = freeWindows
    .slice(1)
    .map(([start], index) => ({ start: freeWindows[index]?.[1] ?? start, end: start }))
  return {
    openings: [{ start: first[0], end: last[1], gridAnchor: workStart ?? undefined }],
    busy: between.filter(({ start, end }) => start < end).map((stretch) => ({ ...stretch, seats: 1 })),
  }
}

function resourcesOf(vector: Vector, hours: typeof asOpenings | typeof asBookings) {
  const named = vector.services.flatMap(({ resources }) => resources)
  const absent = named.map((id) => ({ id, workStart: null, freeWindows: [], bufferMinutes: 0 }))
  return new Map(
    [...absent, ...vector.resources].map((resource): [string, ResourceAvailability] => [
      resource.id,
      {
        id: resource.id,
        ...hours(resource),
        capacity: 1,
        bufferMinutes: resource.bufferMinutes,
        earliestStart: vector.minStart ?? undefined,
      },
    ]),
  )
}

function answer(vector: Vector, hours: typeof asOpenings | typeof asBookings, performers?: readonly string[]) {
  const services = vector.services.map(({ id, durationMinutes, gapAfterMinutes, resources, parallelGroup }) => ({
    id,
    gapAfterMinutes,
    parallelOk: true,
    parallelGroup: parallelGroup ?? undefined,
    performers: (performers ?? resources).map((resourceId) => ({
      resourceId,
      steps: [{ kind: 'active' as const, minutes: durationMinutes }],
    })),
  }))
  const options = { stepMinutes: vector.stepMinutes, changeMinutes: 0, preferMinutes: 0 }
  const request: ChainRequest = {
    services,
    partySize: 1,
    arrangement: vector.overlapAllowed ? 'overlap' : 'sequence',
    maxChainMinutes: vector.maxChainMinutes ?? undefined,
  }
  return findChains(request, resourcesOf(vector, hours), options).starts
}

const single = read('single')
const chain = read('chain')

test('all vectors are here', () => {
  expect([single.length, chain.length]).toEqual([50, 75])
})

describe.each([
  { hours: asOpenings, name: 'free windows as openings' },
  { hours: asBookings, name: 'bookings between free windows' },
])('$name', ({ hours }) => {
  test.each([...single, ...chain])('$name', (vector) => {
    const starts = answer(vector, hours)
    expect(starts.map(({ start }) => start)).toEqual(vector.expected.feasibleStarts)
    const spans = Object.fromEntries(starts.map(({ start, best }) => [start, best.spanMinutes]))
    expect(spans).toEqual(vector.expected.minSpanByStart)
  })

  test.each(single)('who could do $name', (vector) => {
    const byStart: Record<string, string[]> = {}
    for (const id of vector.services[0]?.resources.toSorted() ?? []) {
      for (const { start } of answer(vector, hours, [id])) byStart[start] = [...(byStart[start] ?? []), id]
    }
    const expected = Object.entries(vector.expected.resourcesByStart ?? {})
    expect(byStart).toEqual(Object.fromEntries(expected.map(([start, ids]) => [start, ids.toSorted()])))
  })
})
