import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestMinutes } from '../plan/longest-minutes.js'
import { questionOf } from '../plan/question.js'
import { Ranking } from '../plan/ranking.js'
import { expectAgreement } from './agree.fixture.js'
import { FeatureCount } from './feature-count.fixture.js'
import { plainVisits } from './plain-visits.fixture.js'
import { largerVisits, type Visit, visits } from './visits.fixture.js'

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

    test(`in ${Math.ceil(numRuns / 4)} plain visits, of many of which one number ranks all but places in lists`, () => {
      let withoutPlaces = 0
      const property = fc.property(plainVisits, (visit) => {
        if (expectAgreement(visit).starts.length > 0 && hasNoRoomForPlaces(visit)) withoutPlaces++
      })
      fc.assert(property, { numRuns: Math.ceil(numRuns / 4), seed })
      if (numRuns === lotSize) expect(withoutPlaces).toBeGreaterThan(numRuns / 40)
    })
  },
)

/** As the engine says it: rules know nothing of numbers. */
function hasNoRoomForPlaces({ request, resources, options }: Visit): boolean {
  const { hasLow, isPlaceLow } = new Ranking(
    request,
    resources,
    options,
    longestMinutes(questionOf(request), resources),
  )
  return hasLow && isPlaceLow
}
