import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BusyInterval,
  type Chain,
  type ChainItem,
  type ChainRequest,
  chainOf,
  findChains,
  findNearest,
  fits,
  type Reason,
  type ResourceAvailability,
  type ServiceRequest,
  whyNoStart,
} from '../index.js'
import { complaints } from './checker/check-chain.fixture.js'
import { shifted, type Visit, visits } from './visits.fixture.js'

const startsOf = ({ request, resources, options }: Visit) =>
  findChains(request, resources, options).starts.map(({ start }) => start)

test('moving all times by a constant moves the answer, and changes nothing else', { timeout: 240_000 }, () => {
  const property = fc.property(visits, fc.integer({ min: -1000, max: 40_000_000 }), (visit, by) => {
    const here = findChains(visit.request, visit.resources, visit.options)
    const there = shifted(visit, by)
    const answer = findChains(there.request, there.resources, there.options)
    const move = <Stretch extends { start: number; end: number }>(stretch: Stretch) => ({
      ...stretch,
      start: stretch.start + by,
      end: stretch.end + by,
    })
    expect(answer.reason).toBe(here.reason)
    const moved = (chain: Chain) => ({
      ...chain,
      items: chain.items.map((item) => ({ ...move(item), blocks: item.blocks.map(move) })),
    })
    expect(answer.starts).toEqual(
      here.starts.map(({ start, best, alternatives }) => ({
        start: start + by,
        best: moved(best),
        alternatives: alternatives.map(moved),
      })),
    )
  })
  fc.assert(property, { numRuns: 1000 })
})

/** A visit where every opening has its own grid, and one of the resources changed. */
const changed = (visit: Visit, id: string, change: (resource: ResourceAvailability) => ResourceAvailability): Visit => {
  const resource = visit.resources.get(id)
  if (resource === undefined) throw new Error(`nobody is called ${id}`)
  return { ...visit, resources: new Map([...visit.resources, [id, change(resource)]]) }
}

/**
 * Tight chains may gain from a delay where waits are limited, or where a guest comes to lie better: here nothing may run
 * beside anything, or there is no processing time that could hold a guest.
 */
function withoutWaitsAndGuests(request: ChainRequest, keepsProcessing: boolean): ChainRequest {
  const { arrangement = 'stages' } = request
  const withoutProcessing = (service: ServiceRequest): ServiceRequest => ({
    ...service,
    performers: service.performers.map((performer) => ({
      ...performer,
      steps: performer.steps.map(({ minutes }) => ({ kind: 'active', minutes })),
    })),
  })
  const withoutGuests = (service: ServiceRequest): ServiceRequest =>
    arrangement === 'stages' ? { ...service, parallelOk: false } : service
  const change = keepsProcessing && arrangement !== 'overlap' ? withoutGuests : withoutProcessing
  return { ...request, maxIdleMinutes: undefined, services: request.services.map(change) }
}

const anchored = (visit: Visit, keepsProcessing: boolean): Visit => ({
  ...visit,
  request: withoutWaitsAndGuests(visit.request, keepsProcessing),
  resources: new Map(
    [...visit.resources].map(([id, one]) => [
      id,
      { ...one, openings: one.openings.map((opening) => ({ gridAnchor: opening.start, ...opening })) },
    ]),
  ),
})

const somebody = fc.constantFrom('ada', 'bo', 'cleo', 'dan', 'room', 'laser')

test('another booking never adds a start', { timeout: 240_000 }, () => {
  const another: fc.Arbitrary<BusyInterval> = fc
    .record({ start: fc.integer({ min: 0, max: 100 }), minutes: fc.integer({ min: 1, max: 30 }) })
    .map(({ start, minutes }) => ({ start, end: start + minutes, seats: 1 }))
  let cases = 0
  const property = fc.property(visits, fc.boolean(), somebody, another, (visit, keepsProcessing, id, booking) => {
    const before = anchored(visit, keepsProcessing)
    const after = changed(before, id, (resource) => ({ ...resource, busy: [...resource.busy, booking] }))
    const startsBefore = startsOf(before)
    const startsAfter = startsOf(after)
    expect(startsBefore).toEqual(expect.arrayContaining(startsAfter))
    if (startsAfter.length < startsBefore.length) cases++
  })
  fc.assert(property, { numRuns: 1500 })
  expect(cases).toBeGreaterThan(10)
})

test('longer hours never remove a start', { timeout: 240_000 }, () => {
  const minutes = fc.integer({ min: 0, max: 20 })
  let cases = 0
  const property = fc.property(visits, fc.boolean(), somebody, minutes, minutes, (visit, keeps, id, earlier, later) => {
    const before = anchored(visit, keeps)
    const after = changed(before, id, (resource) => ({
      ...resource,
      openings: resource.openings.map((one) => ({ ...one, start: one.start - earlier, end: one.end + later })),
    }))
    const startsBefore = startsOf(before)
    const startsAfter = startsOf(after)
    expect(startsAfter).toEqual(expect.arrayContaining(startsBefore))
    if (startsAfter.length > startsBefore.length) cases++
  })
  fc.assert(property, { numRuns: 1500 })
  expect(cases).toBeGreaterThan(30)
})

test('where changes and likings count for nothing, the best is the shortest', { timeout: 240_000 }, () => {
  let cases = 0
  const property = fc.property(visits, ({ request, resources, options }) => {
    const weightless = findChains(request, resources, { ...options, changeMinutes: 0, preferMinutes: 0 }).starts
    const weighed = findChains(request, resources, { ...options, alternativesPerStart: 9 }).starts
    expect(weightless.map(({ start }) => start)).toEqual(weighed.map(({ start }) => start))
    for (const [index, { best: shortest }] of weightless.entries()) {
      const others = [weighed[index]?.best, ...(weighed[index]?.alternatives ?? [])].map((chain) => chain?.spanMinutes)
      expect(shortest.cost).toBe(shortest.spanMinutes)
      expect(Math.min(...others.map((span = 0) => span))).toBeGreaterThanOrEqual(shortest.spanMinutes)
      if (others[0] !== shortest.spanMinutes) cases++
    }
  })
  fc.assert(property, { numRuns: 1500 })
  expect(cases).toBeGreaterThan(30)
})

test('every chain that is found fits', { timeout: 240_000 }, () => {
  let chains = 0
  const property = fc.property(visits, ({ request, resources, options }) => {
    for (const { best, alternatives } of findChains(request, resources, options).starts) {
      for (const chain of [best, ...alternatives]) {
        chains++
        expect(fits(request, chain, resources)).toBe(true)
      }
    }
  })
  fc.assert(property, { numRuns: 1500 })
  expect(chains).toBeGreaterThan(1500)
})

test('a chain fits exactly when it keeps all rules but grid and tightness', { timeout: 240_000 }, () => {
  const delays = fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 4, maxLength: 4 })
  const answers = { true: 0, false: 0 }
  const property = fc.property(visits, delays, fc.nat(), (visit, delays, choice) => {
    const { request, resources, options } = visit
    const { starts } = findChains(request, resources, options)
    const chain = starts[choice % Math.max(1, starts.length)]?.best
    if (chain === undefined) return
    let delay = 0
    const items = chain.items.map((item: ChainItem, index) => {
      delay += delays[index] ?? 0
      return { ...item, start: item.start + delay, end: item.end + delay }
    })
    const answer = fits(request, { items }, resources)
    const placed = chainOf(request, items, resources)
    expect(answer).toBe(complaints(placed, request, resources, {}, false).length === 0)
    answers[`${answer}`]++
  })
  fc.assert(property, { numRuns: 2000 })
  expect(Math.min(answers.true, answers.false)).toBeGreaterThan(100)
})

test('the nearest day is the first that has a start; without one, the reason holds for all days together', {
  timeout: 240_000,
}, () => {
  const order: Reason[] = ['no-resource', 'notice', 'beyond-horizon', 'chain-too-long', 'fully-booked', 'closed']
  const seen = new Set<Reason | undefined>()
  const property = fc.property(fc.array(visits, { minLength: 1, maxLength: 4 }), ([first, ...others]) => {
    if (first === undefined) return
    const { request, options } = first
    // Who is how large does not change from day to day.
    const sameSize = ([id, one]: [string, ResourceAvailability]): [string, ResourceAvailability] => [
      id,
      { ...one, capacity: first.resources.get(id)?.capacity ?? 1 },
    ]
    const days = [first, ...others].map(({ resources, options: { from, until } }, index) => {
      // Each day is later than the one before, and so are the days of a visit that starts on it.
      const by = options.exactStart === undefined ? 2000 * index : 0
      const day = shifted({ request, resources, options: { ...options, from, until } }, by)
      return {
        date: `day ${index}`,
        resources: new Map([...day.resources].map(sameSize)),
        from: day.options.from,
        until: day.options.until,
        days: day.request.days,
      }
    })
    const asked: string[] = []
    const oneByOne = function* () {
      for (const day of days) {
        asked.push(day.date)
        yield day
      }
    }
    const answers = days.map(({ resources, from, until, days }) => {
      const dayOptions = { ...options, from, until }
      const onDay = { ...request, days }
      return { ...findChains(onDay, resources, dayOptions), why: whyNoStart(onDay, resources, dayOptions) }
    })
    const nearest = findNearest(request, oneByOne(), options)
    const hit = answers.findIndex(({ starts }) => starts.length > 0)
    seen.add(nearest.reason)
    expect(nearest.starts).toEqual(answers[hit]?.starts ?? [])
    expect(nearest.date).toBe(days[hit]?.date)
    expect(asked.length).toBe(hit < 0 ? days.length : hit + 1)
    expect(nearest.reason).toBe(hit < 0 ? order.find((reason) => answers.some(({ why }) => why === reason)) : undefined)
  })
  fc.assert(property, { numRuns: 1500 })
  expect(seen.size).toBe(order.length + 1)
})
