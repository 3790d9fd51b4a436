import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Chain, chainOf, findChains, fits, hasStart, whyNoStart } from '../index.js'
import { complaints } from './checker/check-chain.fixture.js'
import { FeatureCount } from './feature-count.fixture.js'
import { type NaiveStart, naiveReason, naiveStarts } from './naive/naive-search.fixture.js'
import { visits } from './visits.fixture.js'

/** More for a long run: `ENGINE_CASES=200000`. */
const cases = Number(process.env.ENGINE_CASES ?? 10_000)
const firstSeed = Number(process.env.ENGINE_SEED ?? Date.now() % 2 ** 31)

/** What many cases are, cut into lots with a seed each, so that a fault in one leaves the others standing. */
const lotSize = 10_000
const lots = Array.from({ length: Math.ceil(cases / lotSize) }, (_, index) => ({
  seed: firstSeed + index,
  numRuns: Math.min(lotSize, cases - index * lotSize),
}))

test.each(lots)(
  'the engine agrees with the naive search, and every chain keeps the rules (seed $seed, $numRuns cases)',
  {
    timeout: 100 * lotSize,
  },
  ({ seed, numRuns }) => {
    const features = new FeatureCount()
    const property = fc.property(visits, (visit) => {
      const { request, resources, options } = visit
      const { starts, reason } = findChains(request, resources, options)
      const expected = naiveStarts(request, resources, options)
      const chains = starts.map(({ best, alternatives }) => [best, ...alternatives])

      expect(starts.map(({ start }, index) => ({ start, ways: (chains[index] ?? []).map(waysOf) }))).toEqual(
        expected.map(({ start, ways }) => ({
          start,
          ways: ways.slice(0, 1 + (options.alternativesPerStart ?? 0)).map(({ who, cost }) => ({ who, cost })),
        })),
      )
      for (const [index, ways] of chains.entries()) {
        for (const [place, chain] of ways.entries()) expectRightTimes(chain, expected[index]?.ways[place])
      }
      for (const chain of chains.flat()) {
        expect(complaints(chain, request, resources, options)).toEqual([])
        expect(fits(request, chain, resources)).toBe(true)
        expect(chainOf(request, chain.items, resources, options).items).toEqual(chain.items)
      }
      expect(hasStart(request, resources, options)).toBe(expected.length > 0)
      expect(whyNoStart(request, resources, options)).toBe(reason)
      expect(reason).toBe(expected.length > 0 ? undefined : naiveReason(request, resources, options))

      features.noteCase(visit, starts, reason, expected)
    })
    fc.assert(property, { numRuns, seed })
    process.stdout.write(`${features.report()}\n`)
    // Fewer cases say too little about how they are made.
    if (numRuns === lotSize) expect(features.rarerThan(0.02)).toEqual([])
  },
)

const waysOf = ({ cost, items }: Chain) => ({ who: items.map(({ resourceId }) => resourceId), cost })

/** Tight, and with the first choice of needs: one of the ways to lay out who does what that cost no more. */
function expectRightTimes({ items }: Chain, way: NaiveStart['ways'][number] | undefined): void {
  const layouts = way?.layouts() ?? []
  expect(layouts).toContainEqual(items.map(({ start, neededIds }) => ({ start, neededIds })))
}
