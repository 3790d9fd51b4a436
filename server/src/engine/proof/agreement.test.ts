import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findChains, fits, hasStart, whyNoStart } from '../index.js'
import { complaints } from './check-chain.fixture.js'
import { FeatureCount } from './feature-count.fixture.js'
import { naiveReason, naiveStarts } from './naive-search.fixture.js'
import { visits } from './visits.fixture.js'

test('the engine agrees with the naive search, and every chain keeps the rules', { timeout: 60_000 }, () => {
  const features = new FeatureCount()
  const property = fc.property(visits, (visit) => {
    const { request, resources, options } = visit
    const { starts, reason } = findChains(request, resources, options)
    const expected = naiveStarts(request, resources, options)

    const chosen = starts.map(({ start, best: { cost, items } }) => ({
      start,
      cost,
      items: items.map(({ serviceId, resourceId, start, end }) => ({ serviceId, resourceId, start, end })),
    }))
    expect(chosen).toEqual(expected.map(({ start, cost, items }) => ({ start, cost, items })))
    for (const { best } of starts) {
      expect(complaints(best, request, resources, options)).toEqual([])
      expect(fits(request, best, resources)).toBe(true)
    }
    expect(hasStart(request, resources, options)).toBe(expected.length > 0)
    expect(whyNoStart(request, resources, options)).toBe(reason)
    expect(reason).toBe(expected.length > 0 ? undefined : naiveReason(request, resources, options))

    features.note(`reason ${reason}`, reason !== undefined)
    features.note(
      'equally cheap ways',
      expected.some(({ equals }) => equals > 1),
    )
    features.noteAnswer(
      visit,
      starts.map(({ best }) => best),
    )
  })
  fc.assert(property, { numRuns: 3000 })
  // Far below what these cases give; a feature that falls under it is no longer tried.
  expect(features.rarerThan(20)).toEqual([])
})
