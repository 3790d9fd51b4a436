import { describe, expect, test } from 'vitest'
import {
  type ChainRequest,
  chainOf,
  EngineInputError,
  findChains,
  findNearest,
  fits,
  hasStart,
  type ResourceAvailability,
  type SearchOptions,
  type Step,
  whyNoStart,
} from './index.js'
import { person, service, staff, visit } from './salon.fixture.js'

const cut = service('cut', 30, ['ada'])
const beside = { ...cut, parallelOk: true, parallelGroup: 'all' }
const stepsOf = (...steps: object[]) => visit({ ...cut, performers: [{ resourceId: 'ada', steps: steps as Step[] }] })

const fieldOf = (call: () => unknown): string | undefined => {
  try {
    call()
  } catch (error) {
    if (error instanceof EngineInputError) return error.field
    throw error
  }
  return undefined
}

test('what is wrong is said by name', () => {
  expect(() => findChains(visit(), staff(), { stepMinutes: 15 })).toThrow('services must hold at least one service')
})

describe('a request', () => {
  const wrong: [string, ChainRequest, string][] = [
    ['without services', visit(), 'services'],
    ['for nobody', { ...visit(cut), partySize: 0 }, 'partySize'],
    ['for half a person', { ...visit(cut), partySize: 1.5 }, 'partySize'],
    ['with a service without steps', stepsOf(), 'services[0].performers[0].steps'],
    ['with an empty step', stepsOf({ kind: 'active', minutes: 0 }), 'services[0].performers[0].steps[0].minutes'],
    ['with half a minute', stepsOf({ kind: 'active', minutes: 2.5 }), 'services[0].performers[0].steps[0].minutes'],
    [
      'that does not begin with work',
      stepsOf({ kind: 'processing', minutes: 5 }),
      'services[0].performers[0].steps[0].kind',
    ],
    ['with a negative gap', visit({ ...cut, gapAfterMinutes: -1 }), 'services[0].gapAfterMinutes'],
    ['with a stranger', visit(cut, service('cut', 30, ['ada', 'zoe'])), 'services[1].performers[1].resourceId'],
    [
      'with a need for a stranger',
      visit({ ...cut, needs: [{ resourceIds: ['zoe'], during: 'all' }] }),
      'services[0].needs[0].resourceIds[0]',
    ],
    ['with a negative wait', { ...visit(cut), maxIdleMinutes: -1 }, 'maxIdleMinutes'],
    ['with half a minute to last', { ...visit(cut), maxChainMinutes: 0.5 }, 'maxChainMinutes'],
    ['of six services at once', { ...visit(cut, cut, cut, cut, cut, cut), arrangement: 'overlap' }, 'services'],
    ['of seven services in any order', visit(...Array.from({ length: 7 }, () => beside)), 'services'],
    ['with four in a group', visit(beside, beside, beside, beside), 'services[0].parallelGroup'],
    ['with too few days', { ...visit(cut, cut), days: [{ start: 0, end: 9 }] }, 'days'],
    [
      'with days backwards',
      {
        ...visit(cut, cut),
        days: [
          { start: 9, end: 12 },
          { start: 0, end: 9 },
        ],
      },
      'days[1]',
    ],
    [
      'with days that overlap',
      {
        ...visit(cut, cut),
        days: [
          { start: 0, end: 9 },
          { start: 8, end: 12 },
        ],
      },
      'days[1]',
    ],
    ['with an empty day', { ...visit(cut), days: [{ start: 0, end: 0 }] }, 'days[0]'],
    ['over several days, all at once', { ...visit(cut), days: [{ start: 0, end: 9 }], arrangement: 'overlap' }, 'days'],
    ['with a performer twice', visit(service('cut', 30, ['ada', 'ada'])), 'services[0].performers[1].resourceId'],
  ]
  test.each(wrong)('%s is refused', (_, request, field) => {
    const resources = staff(person('ada'))
    const options = { stepMinutes: 15 }
    expect(fieldOf(() => findChains(request, resources, options))).toBe(field)
    expect(fieldOf(() => hasStart(request, resources, options))).toBe(field)
    expect(fieldOf(() => whyNoStart(request, resources, options))).toBe(field)
    expect(fieldOf(() => findNearest(request, [{ date: '', resources }], options))).toBe(field)
    expect(fieldOf(() => fits(request, { items: [] }, resources))).toBe(field)
    expect(fieldOf(() => chainOf(request, [], resources))).toBe(field)
  })
})

describe('a resource', () => {
  const wrong: [string, Partial<ResourceAvailability>, string][] = [
    ['listed under another id', { id: 'bo' }, 'id'],
    ['with a negative capacity', { capacity: -1 }, 'capacity'],
    ['with a negative buffer', { bufferMinutes: -1 }, 'bufferMinutes'],
    ['with an opening that ends before it starts', { openings: [{ start: 5, end: 4 }] }, 'openings[0]'],
    ['with an empty opening', { openings: [{ start: 5, end: 5 }] }, 'openings[0]'],
    ['with an opening without end', { openings: [{ start: 5, end: Number.NaN }] }, 'openings[0].end'],
    ['with an anchor off the minute', { openings: [{ start: 5, end: 9, gridAnchor: 0.5 }] }, 'openings[0].gridAnchor'],
    ['that is busy backwards', { busy: [{ start: 5, end: 4, seats: 1 }] }, 'busy[0]'],
    ['that is busy without a seat', { busy: [{ start: 5, end: 6, seats: 0 }] }, 'busy[0].seats'],
    ['with half a priority', { priority: 0.5 }, 'priority'],
    ['with a load without end', { load: Number.POSITIVE_INFINITY }, 'load'],
    ['with notice off the minute', { earliestStart: 0.5 }, 'earliestStart'],
    ['with a horizon off the minute', { latestStart: Number.POSITIVE_INFINITY }, 'latestStart'],
  ]
  test.each(wrong)('%s is refused', (_, changes, field) => {
    const resources = new Map([['ada', person('ada', changes)]])
    expect(fieldOf(() => findChains(visit(cut), resources, { stepMinutes: 15 }))).toBe(`resources[ada].${field}`)
  })

  test('without any time is no error', () => {
    expect(findChains(visit(cut), staff(person('ada', { openings: [] })), { stepMinutes: 15 }).starts).toEqual([])
  })
})

describe('an option', () => {
  const wrong: [string, Partial<SearchOptions>, string][] = [
    ['a grid without distance', { stepMinutes: 0 }, 'stepMinutes'],
    ['a start off the minute', { exactStart: 0.5 }, 'exactStart'],
    ['a day that ends before it starts', { from: 10, until: 10 }, 'until'],
    ['a bound off the minute', { from: 0.5 }, 'from'],
    ['less than no alternatives', { alternativesPerStart: -1 }, 'alternativesPerStart'],
    ['a reward for changes', { changeMinutes: -1 }, 'changeMinutes'],
    ['a fine for preference', { preferMinutes: -1 }, 'preferMinutes'],
  ]
  test.each(wrong)('%s is refused', (_, changes, field) => {
    const options = { stepMinutes: 15, ...changes }
    expect(fieldOf(() => findChains(visit(cut), staff(person('ada')), options))).toBe(field)
  })

  test('a wrong bound of a day is found when its turn comes', () => {
    const day = { date: '', resources: staff(person('ada')), from: 5, until: 4 }
    expect(fieldOf(() => findNearest(visit(cut), [day], { stepMinutes: 15 }))).toBe('until')
  })
})
