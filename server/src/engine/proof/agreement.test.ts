import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findChains, fits, hasStart, whyNoStart } from '../index.js'
import { complaints } from './checker/check-chain.fixture.js'
import { FeatureCount } from './feature-count.fixture.js'
import { naiveReason, naiveStarts } from './naive/naive-search.fixture.js'
import { visits } from './visits.fixture.js'

/** More for a long run: `ENGINE_CASES=200000`. */
const numRuns = Number(process.env.ENGINE_CASES ?? 2000)
const seed = Number(process.env.ENGINE_SEED ?? Date.now() % 2 ** 31)

test(`the engine agrees with the naive search, and every chain keeps the rules (seed ${seed})`, {
  timeout: 100 * numRuns,
}, () => {
  const features = new FeatureCount()
  const reasons = new Map<string | undefined, number>()
  const property = fc.property(visits, (visit) => {
    const { request, resources, options } = visit
    const { starts, reason } = findChains(request, resources, options)
    const expected = naiveStarts(request, resources, options)
    const wanted = 1 + (options.alternativesPerStart ?? 0)

    const chosen = starts.map(({ start, best, alternatives }) => ({
      start,
      ways: [best, ...alternatives].map(({ cost, items }) => ({
        who: items.map(({ resourceId }) => resourceId),
        cost,
      })),
    }))
    expect(chosen).toEqual(expected.map(({ start, ways }) => ({ start, ways: ways.slice(0, wanted) })))
    const chains = starts.flatMap(({ best, alternatives }) => [best, ...alternatives])
    for (const chain of chains) {
      expect(complaints(chain, request, resources, options)).toEqual([])
      expect(fits(request, chain, resources)).toBe(true)
    }
    expect(hasStart(request, resources, options)).toBe(expected.length > 0)
    expect(whyNoStart(request, resources, options)).toBe(reason)
    expect(reason).toBe(expected.length > 0 ? undefined : naiveReason(request, resources, options))

    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    features.note(
      'alternatives',
      starts.some(({ alternatives }) => alternatives.length > 0),
    )
    features.noteAnswer(visit, chains, expected)
  })
  fc.assert(property, { numRuns, seed })
  expect(features.rarerThan(0.02)).toEqual([])
  for (const reason of ['no-resource', 'notice', 'beyond-horizon', 'chain-too-long', 'fully-booked', 'closed']) {
    expect(reasons.get(reason) ?? 0, reason).toBeGreaterThan(numRuns / 250)
  }
})
