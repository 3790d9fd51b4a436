import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EngineInputError, findChains } from '../engine/index.js'
import { askedVisit, serviceRow } from './asked-visit.fixture.js'
import { checkGroups } from './check-groups.js'
import { chainRequestOf, type ResolvedQuestion } from './question.js'

const inGroup = (slug: string, overlapGroup: string | null = 'hands') =>
  serviceRow(slug, { mayOverlap: true, overlapGroup })
const four = ['manicure', 'pedicure', 'brows', 'lashes'].map((slug) => inGroup(slug))

describe('of services that start together', () => {
  test('three are enough', () => {
    expect(checkGroups(askedVisit(four.slice(1)))).toEqual([])
    expect(checkGroups(askedVisit(four))).toEqual([
      {
        path: 'items',
        message: 'At most 3 services can start together, not manicure, pedicure, brows, lashes',
      },
    ])
  })

  test('only those of one group count, and only what may overlap', () => {
    expect(checkGroups(askedVisit([...four.slice(1), inGroup('massage', 'body')]))).toEqual([])
    expect(checkGroups(askedVisit([...four.slice(1), inGroup('peeling', null)]))).toEqual([])
    const fixed = serviceRow('bath', { overlapGroup: 'hands' })
    expect(checkGroups(askedVisit([...four.slice(1), fixed]))).toEqual([])
  })

  test('in the order asked only neighbours count', () => {
    const [first, second, third, fourth] = four as [
      (typeof four)[0],
      (typeof four)[0],
      (typeof four)[0],
      (typeof four)[0],
    ]
    const services = [first, second, serviceRow('cut'), third, fourth]
    expect(checkGroups(askedVisit(services, { order: 'asked' }))).toEqual([])
    expect(checkGroups(askedVisit(services, { order: 'any' }))).toHaveLength(1)
  })

  test('those of one day count', () => {
    expect(checkGroups(askedVisit(four, { offsets: [0, 0, 0, 7] }))).toEqual([])
    expect(
      checkGroups(askedVisit([...four, ...four], { order: 'asked', offsets: [0, 0, 0, 0, 7, 7, 7, 7] })),
    ).toHaveLength(2)
  })

  test('none do where each comes after the other, or all overlap anyway', () => {
    expect(checkGroups(askedVisit(four, { arrangement: 'sequence' }))).toEqual([])
    expect(checkGroups(askedVisit(four, { arrangement: 'overlap' }))).toEqual([])
  })
})

test('what is let through is never too much for the engine, and what is not would be', () => {
  const anyVisit = fc
    .record({
      services: fc.array(
        fc.tuple(
          fc.constantFrom(true, true, true, false),
          fc.constantFrom('hands', 'hands', 'hands', 'feet', null),
          fc.constantFrom(0, 0, 0, 1),
        ),
        { minLength: 4, maxLength: 6 },
      ),
      arrangement: fc.constantFrom('stages' as const, 'stages' as const, 'sequence' as const, 'overlap' as const),
      order: fc.constantFrom('any' as const, 'asked' as const),
    })
    .map(({ services, arrangement, order }): ResolvedQuestion => {
      const rows = services.map(([mayOverlap, overlapGroup], index) =>
        serviceRow(`s${index}`, { mayOverlap, overlapGroup }),
      )
      const days = services.map(([, , day]) => day).sort((a, b) => a - b)
      const first = days[0] ?? 0
      const offsets = days.map((day) => day - first)
      const isOverDays = arrangement !== 'overlap' && offsets.some((offset) => offset > 0)
      return askedVisit(arrangement === 'overlap' ? rows.slice(0, 5) : rows, {
        arrangement,
        order,
        offsets: isOverDays ? offsets : undefined,
      })
    })
  const isTooMuch = (question: ResolvedQuestion) => {
    const days = question.offsets?.map((offset) => ({ start: offset * 1440, end: (offset + 1) * 1440 }))
    const ada = { id: 'ada', openings: [], busy: [], capacity: 1, bufferMinutes: 0 }
    try {
      findChains(chainRequestOf(question, days), new Map([['ada', ada]]), { stepMinutes: 15 })
      return false
    } catch (error) {
      if (error instanceof EngineInputError) return true
      throw error
    }
  }
  let refused = 0
  fc.assert(
    fc.property(anyVisit, (question) => {
      const isRefused = checkGroups(question).length > 0
      if (isRefused) refused += 1
      expect(isRefused).toBe(isTooMuch(question))
    }),
    { numRuns: 2000 },
  )
  expect(refused).toBeGreaterThan(20)
})
