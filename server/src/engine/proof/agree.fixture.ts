import { expect } from 'vitest'
import { type Chain, type ChainStart, chainOf, findChains, fits, hasStart, type Reason, whyNoStart } from '../index.js'
import { complaints } from './checker/check-chain.fixture.js'
import { type NaiveStart, type NaiveWay, naiveReason, naiveStarts } from './naive/naive-search.fixture.js'
import type { Visit } from './visits.fixture.js'

/** What both searches have found, the naive one with all ways to do it. */
export interface Found {
  readonly starts: readonly ChainStart[]
  readonly reason?: Reason | undefined
  readonly expected: readonly NaiveStart[]
}

/**
 * Expects the engine to find what the naive search finds: the same starts, at each the same people in the same order for the
 * same cost, at the same times and with the same things, or the same reason; and chains that keep all rules.
 */
export function expectAgreement({ request, resources, options }: Visit): Found {
  const { starts, reason } = findChains(request, resources, options)
  const expected = naiveStarts(request, resources, options)
  const chains = starts.map(({ best, alternatives }) => [best, ...alternatives])
  const wanted = 1 + (options.alternativesPerStart ?? 0)

  expect(starts.map(({ start }, index) => ({ start, ways: (chains[index] ?? []).map(wayOf) }))).toEqual(
    expected.map(({ start, ways }) => ({
      start,
      ways: ways.slice(0, wanted).map(({ who, cost }) => ({ who, cost })),
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
  return { starts, reason, expected }
}

const wayOf = ({ cost, items }: Chain) => ({ who: items.map(({ resourceId }) => resourceId), cost })

/** Tight, and with the first choice of needs: one of the ways to lay out who does what that cost no more. */
function expectRightTimes({ items }: Chain, way: NaiveWay | undefined): void {
  expect(way?.layouts() ?? []).toContainEqual(items.map(({ start, neededIds }) => ({ start, neededIds })))
}
