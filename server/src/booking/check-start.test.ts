import { describe, expect, test } from 'vitest'
import { clock, workingDays } from '../availability/house.fixture.js'
import { dateOfMinute } from '../availability/index.js'
import type { ServiceRow } from '../store/site-snapshot.js'
import { askedVisit, resourceRow, serviceRow, siteOf } from './asked-visit.fixture.js'
import { checkStart } from './check-start.js'
import type { ResolvedQuestion } from './question.js'

const now = new Date('2027-03-01T12:00:00Z')
const week = [1, 2, 3, 4, 5, 6, 7]
// Each has a grid of their own: Ada's begins at nine, Ben's at five past, Cleo's at ten past.
const resources = [
  resourceRow('ada', { workingDays: workingDays(week, 9, 18) }),
  resourceRow('ben', { workingDays: workingDays(week, 9 + 5 / 60, 18) }),
  resourceRow('cleo', { workingDays: workingDays(week, 9 + 10 / 60, 18) }),
]
const by = (resourceId: string, changes: Partial<ServiceRow> = {}) =>
  serviceRow(`of ${resourceId}`, { performers: [{ resourceId, steps: null, priceMinor: null }], ...changes })

/** On whose grid a visit may start. */
const leads = (services: ServiceRow[], changes: Partial<ResolvedQuestion> = {}) => {
  const question = askedVisit(services, { resources, ...changes })
  const starts = { ada: '10:00', ben: '10:05', cleo: '10:10' }
  return Object.entries(starts)
    .filter(([, time]) => {
      const errors = checkStart(siteOf(), question, dateOfMinute(clock(`2027-03-16T${time}`)), now)
      if (errors.length > 0)
        expect(errors).toMatchObject([{ path: 'start', message: expect.stringContaining('one of') }])
      return errors.length === 0
    })
    .map(([name]) => name)
}

describe('a visit starts on the grid', () => {
  const free = { mayOverlap: true }
  const hands = { mayOverlap: true, overlapGroup: 'hands' }

  test('of whoever does the first service, where they keep their order', () => {
    expect(leads([by('ada'), by('ben'), by('cleo')])).toEqual(['ada'])
    expect(leads([by('ada', free), by('ben', free)], { order: 'asked' })).toEqual(['ada'])
    expect(leads([by('ben', free), by('ada', free)], { arrangement: 'sequence' })).toEqual(['ben'])
  })

  test('of whoever may come first, where some can come anywhere', () => {
    expect(leads([by('ada'), by('ben'), by('cleo', free)])).toEqual(['ada', 'cleo'])
    expect(leads([by('ada', free), by('ben'), by('cleo')])).toEqual(['ada', 'ben'])
  })

  test('of the first of a group', () => {
    expect(leads([by('ada'), by('ben', hands), by('cleo', hands)])).toEqual(['ada', 'ben'])
  })

  test('of anybody, where all overlap', () => {
    expect(leads([by('ada'), by('ben')], { arrangement: 'overlap' })).toEqual(['ada', 'ben'])
  })

  test('of who is there on the first day', () => {
    expect(leads([by('ada'), by('ben', free), by('cleo', free)], { offsets: [0, 0, 7] })).toEqual(['ada', 'ben'])
  })
})
