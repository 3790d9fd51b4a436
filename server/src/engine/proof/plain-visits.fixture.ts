import fc from 'fast-check'
import type { ChainRequest, Resources, SearchOptions, ServiceRequest } from '../index.js'
import { type Visit, visits } from './visits.fixture.js'

/** One service after the other, each worked on from its first minute to its last and in need of nothing else. */
const plain = ({ id, performers, gapAfterMinutes }: ServiceRequest): ServiceRequest => ({
  id,
  gapAfterMinutes,
  // Of two lengths, so that there are ties.
  performers: performers.map(({ resourceId, steps }) => ({
    resourceId,
    steps: [{ kind: 'active', minutes: (steps[0]?.minutes ?? 1) % 2 === 0 ? 10 : 5 }],
  })),
})

/** More than one number holds beside the cost of a visit, but for a few bits. */
function largestUnit({ services }: ChainRequest, resources: Resources, minutesOfPrice: number): number {
  const openings = [...resources.values()].flatMap(({ openings }) => openings)
  const span = Math.max(0, ...openings.map(({ end }) => end)) - Math.min(0, ...openings.map(({ start }) => start))
  const costs = 2 * (span + services.length * (10 + minutesOfPrice)) + 1
  return Math.floor(2 ** 52 / costs / (services.length + 1))
}

/** Visits with nothing to decide but who does what, many equally cheap, and strategies that leave no room for places. */
export const plainVisits: fc.Arbitrary<Visit> = fc
  .record({
    visit: visits,
    counts: fc.array(fc.constantFrom(0, 0, 1), { minLength: 8, maxLength: 8 }),
    minutes: fc.record({ changeMinutes: fc.constantFrom(0, 5, 10), preferMinutes: fc.constantFrom(0, 5, 10) }),
    resourceStrategy: fc.constantFrom<SearchOptions['resourceStrategy']>('priority', 'even-load'),
  })
  .map(({ visit: { request, resources, options }, counts, minutes, resourceStrategy }) => {
    const unit = largestUnit(request, resources, minutes.changeMinutes + minutes.preferMinutes)
    return {
      request: { ...request, arrangement: 'sequence', services: request.services.map(plain) },
      resources: new Map(
        [...resources].map(([id, one], index) => {
          const counted = (counts[index % counts.length] ?? 0) * unit
          return [id, { ...one, load: counted, priority: counted }]
        }),
      ),
      options: { ...options, ...minutes, resourceStrategy },
    }
  })
