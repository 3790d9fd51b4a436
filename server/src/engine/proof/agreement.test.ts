import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectAgreement } from './agree.fixture.js'
import { FeatureCount } from './feature-count.fixture.js'
import { largerVisits, visits } from './visits.fixture.js'

/** More for a long run: `ENGINE_CASES=200000`. */
const cases = Number(process.env.ENGINE_CASES ?? 10_000)
const firstSeed = Number(process.env.ENGINE_SEED ?? Date.now() % 2 ** 31)

/** What many cases are, cut into lots with a seed each, so that a fault in one leaves the others standing. */
const lotSize = 10_000
const lots = Array.from({ length: Math.ceil(cases / lotSize) }, (_, index) => ({
  seed: firstSeed + index,
  numRuns: Math.min(lotSize, cases - index * lotSize),
}))

describe.each(lots)(
  'the engine agrees with the naive search (seed $seed)',
  { timeout: 1_000_000 },
  ({ seed, numRuns }) => {
    test(`in ${numRuns} visits with everything that the rules know`, () => {
      const features = new FeatureCount()
      const property = fc.property(visits, (visit) => features.noteCase(visit, expectAgreement(visit)))
      fc.assert(property, { numRuns, seed })
      process.stdout.write(`${features.report()}\n`)
      // Fewer cases say too little about how they are made.
      if (numRuns === lotSize) expect(features.rarerThan(0.02)).toEqual([])
    })

    test(`in ${Math.ceil(numRuns / 10)} visits of more services`, () => {
      let answered = 0
      const property = fc.property(largerVisits, (visit) => {
        if (expectAgreement(visit).starts.length > 0) answered++
      })
      fc.assert(property, { numRuns: Math.ceil(numRuns / 10), seed })
      expect(answered).toBeGreaterThan(numRuns / 40)
    })
  },
)
