import { describe, expect, test } from 'vitest'
import {
  type ChainRequest,
  findChains,
  fits,
  type ResourceAvailability,
  type Resources,
  type SearchOptions,
} from './index.js'
import { at, booked, person, service, shift, staff, visit } from './salon.fixture.js'

const everyHour: SearchOptions = { stepMinutes: 60 }
const search = (request: ChainRequest, resources: Resources, options = everyHour) =>
  findChains(request, resources, options)
const who = (request: ChainRequest, resources: Resources, options = everyHour) =>
  search(request, resources, options).starts.map(({ best }) => best.items.map(({ resourceId }) => resourceId).join())

describe('what a service needs', () => {
  const massage = (during: 'all' | 'active', ...resourceIds: string[]) =>
    visit({ ...service('massage', 60, ['ada'], 10), needs: [{ resourceIds, during }] })

  test('is the first of its list that is free, and blocked like a person, but for the gap', () => {
    const red = person('red', { busy: [booked(at(9), at(10))] })
    const blue = person('blue', { bufferMinutes: 5 })
    const { starts } = search(massage('all', 'red', 'blue'), staff(person('ada'), red, blue))
    expect(starts.map(({ best }) => best.items[0]?.neededIds)).toEqual([['blue'], ['red'], ['red']])
    expect(starts[0]?.best.items[0]?.blocks).toEqual([
      { resourceId: 'ada', start: at(9), end: at(10, 10), seats: 1 },
      { resourceId: 'blue', start: at(9), end: at(10, 5), seats: 1 },
    ])
  })

  test('is never one room for two', () => {
    const request = visit({
      ...service('duo', 60, ['ada']),
      needs: [
        { resourceIds: ['bo', 'cleo'], during: 'all' },
        { resourceIds: ['bo', 'ada'], during: 'all' },
      ],
    })
    const resources = staff(person('ada'), person('bo'), person('cleo'))
    const { starts } = search(request, resources)
    expect(starts[0]?.best.items[0]?.neededIds).toEqual(['cleo', 'bo'])
    const items = starts[0]?.best.items ?? []
    expect(fits(request, { items }, resources)).toBe(true)
    const twice = items.map((item) => ({ ...item, neededIds: ['bo', 'bo'] }))
    expect(fits(request, { items: twice }, resources)).toBe(false)
    const unsaid = items.map(({ neededIds, ...item }) => item)
    expect(fits(request, { items: unsaid }, resources)).toBe(true)
  })

  test('is no reason of its own unless it can never be had', () => {
    const full = person('red', { busy: [booked(at(8), at(13))] })
    expect(search(massage('all', 'red'), staff(person('ada'), full)).reason).toBe('fully-booked')
    expect(search(massage('all'), staff(person('ada'))).reason).toBe('no-resource')
    expect(search(massage('all', 'red'), staff(person('ada'), person('red', { capacity: 0 }))).reason).toBe(
      'no-resource',
    )
  })
})

describe('limits', () => {
  const wash = service('wash', 20, ['ada'])
  const cut = service('cut', 30, ['bo', 'cleo'])
  const late = staff(
    person('ada'),
    person('bo', { busy: [booked(at(9), at(9, 50))] }),
    person('cleo', { busy: [booked(at(9), at(9, 25))] }),
  )

  test('a later person may be the one that makes the rest possible', () => {
    const dry = service('dry', 10, ['ada'])
    const request = visit(wash, cut, dry)
    const adaAt1020 = new Map([...late, ['ada', person('ada', { busy: [booked(at(9, 20), at(10, 20))] })]])
    expect(who({ ...request, maxIdleMinutes: 24 }, adaAt1020)[0]).not.toBe('ada,cleo,ada')
    expect(who({ ...request, maxIdleMinutes: 30 }, adaAt1020)[0]).toBe('ada,bo,ada')
  })

  test('a shorter visit is taken although it is dearer, where the cheapest lasts too long', () => {
    const options = { ...everyHour, preferredResourceIds: ['bo'], preferMinutes: 60 }
    expect(who(visit(wash, cut), late, options)[0]).toBe('ada,bo')
    expect(who({ ...visit(wash, cut), maxChainMinutes: 55 }, late, options)[0]).toBe('ada,cleo')
    const startsWithin = (maxChainMinutes: number) =>
      search({ ...visit(wash, cut), maxChainMinutes }, late, options).starts.map(({ start }) => start)
    expect(startsWithin(55)).toEqual([at(9), at(10), at(11)])
    expect(startsWithin(54)).toEqual([at(10), at(11)])
    expect(search({ ...visit(wash, cut), maxChainMinutes: 49 }, late).reason).toBe('chain-too-long')
  })
})

describe('several days', () => {
  const day = (number: number) => ({ start: at(24 * number), end: at(24 * number + 24) })
  const twice: ChainRequest = {
    ...visit(service('peel', 60, ['ada']), service('peel', 60, ['ada'])),
    days: [day(0), day(1)],
  }
  const hours = [shift(at(9), at(12)), shift(at(33), at(36))]

  test('each later day takes its start nearest to the time of the first, the earlier of two', () => {
    const ada = person('ada', { openings: hours, busy: [booked(at(34), at(35))] })
    const { starts } = search(twice, staff(ada))
    expect(starts.map(({ best }) => best.items.map(({ start }) => start / 60))).toEqual([
      [9, 33],
      [10, 33],
      [11, 35],
    ])
    expect(starts[0]?.best).toMatchObject({ spanMinutes: 120, cost: 120 })
  })

  test('all or nothing', () => {
    expect(search(twice, staff(person('ada'))).reason).toBe('closed')
  })
})

describe('overlap', () => {
  const overlap = (...services: Parameters<typeof visit>): ChainRequest => ({
    ...visit(...services),
    arrangement: 'overlap',
  })

  test('runs everything at once that can, and the rest as early as it can', () => {
    const request = overlap(service('cut', 30, ['ada']), service('nails', 40, ['bo']), service('brows', 10, ['ada']))
    const best = search(request, staff(person('ada'), person('bo'))).starts[0]?.best
    expect(best?.items.map(({ start }) => start - at(9))).toEqual([0, 0, 30])
    expect(best?.spanMinutes).toBe(40)
  })

  test('stands still no longer than it may', () => {
    const request = overlap(service('cut', 30, ['ada']), service('nails', 30, ['bo']))
    const resources = staff(person('ada'), person('bo', { openings: [shift(at(10), at(12))] }))
    expect(who(request, resources)).toHaveLength(3)
    expect(search({ ...request, maxIdleMinutes: 29 }, resources).starts.map(({ start }) => start)).toEqual([
      at(10),
      at(11),
    ])
  })

  test('a long gap goes on after a short service of the same person', () => {
    const mask = service('mask', 30, ['ada'], 40)
    const brows = service('brows', 10, ['ada'])
    const { starts } = search(overlap(mask, brows), staff(person('ada')))
    expect(starts[0]?.best.items.map(({ blocks }) => blocks.map(({ start, end }) => [start, end]))).toEqual([
      [
        [at(9), at(9, 30)],
        [at(9, 40), at(10, 10)],
      ],
      [[at(9, 30), at(9, 40)]],
    ])
  })
})

describe('other ways', () => {
  const request = visit(service('cut', 30, ['ada', 'bo', 'cleo']))
  const resources = staff(
    person('ada', { load: 300, priority: 2 }),
    person('bo', { load: 100, priority: 3 }),
    person('cleo', { load: 200, priority: 1 }),
  )
  const inOrder = (resourceStrategy: SearchOptions['resourceStrategy'], alternativesPerStart = 2) => {
    const [start] = search(request, resources, { ...everyHour, resourceStrategy, alternativesPerStart }).starts
    return [start?.best, ...(start?.alternatives ?? [])].map((chain) => chain?.items[0]?.resourceId)
  }

  test('are as many as are wanted, the next best first, by the strategy among equals', () => {
    expect(inOrder('first')).toEqual(['ada', 'bo', 'cleo'])
    expect(inOrder('priority')).toEqual(['cleo', 'ada', 'bo'])
    expect(inOrder('even-load')).toEqual(['bo', 'cleo', 'ada'])
    expect(inOrder('first', 1)).toEqual(['ada', 'bo'])
    expect(inOrder('first', 9)).toEqual(['ada', 'bo', 'cleo'])
  })

  test('keep their order where what the strategy counts is too much for one number', () => {
    const loads = { ada: 3e13, bo: 1e13, cleo: 2e13 }
    const twice = visit(...['cut', 'dry'].map((id) => service(id, 30, Object.keys(loads))))
    const busy = staff(...Object.entries(loads).map(([id, load]) => person(id, { load })))
    const options = { ...everyHour, changeMinutes: 0, resourceStrategy: 'even-load' as const, alternativesPerStart: 8 }
    const [start] = search(twice, busy, options).starts
    const chains = [start?.best, ...(start?.alternatives ?? [])]
    // By what they have to do, all added up; then by who comes first in the list.
    expect(chains.map((chain) => chain?.items.map(({ resourceId }) => resourceId).join())).toEqual([
      'bo,bo',
      'bo,cleo',
      'cleo,bo',
      'ada,bo',
      'bo,ada',
      'cleo,cleo',
      'ada,cleo',
      'cleo,ada',
      'ada,ada',
    ])
  })

  test('keep their order where there are more services than one number holds places in lists for', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `${index}`)
    const long = visit(...Array.from({ length: 18 }, (_, index) => service(`service ${index}`, 10, ids)))
    const options = { ...everyHour, changeMinutes: 0, resourceStrategy: 'priority' as const, alternativesPerStart: 9 }
    const [start] = search(long, staff(...ids.map((id) => person(id))), options).starts
    const chains = [start?.best, ...(start?.alternatives ?? [])]
    const lasts = ['00', '01', '02', '03', '04', '05', '06', '07', '10', '11']
    expect(chains.map((chain) => chain?.items.map(({ resourceId }) => resourceId).join(''))).toEqual(
      lasts.map((last) => `${'0'.repeat(16)}${last}`),
    )
  })

  test('of a wait for the same person and a change to another for the same cost, the first of the list is best', () => {
    // What the strategy counts for the last of them leaves no room for places in the lists.
    const resources = staff(
      person('ada'),
      person('bo', { busy: [booked(at(9, 30), at(9, 40))] }),
      person('dee', { load: 3e12, busy: [booked(at(9), at(11))] }),
    )
    const options = { ...everyHour, changeMinutes: 10, resourceStrategy: 'even-load' as const }
    const best = (...list: string[]) =>
      who(visit(service('cut', 30, ['bo', 'dee']), service('dry', 30, list)), resources, options)[0]
    expect(best('ada', 'bo', 'dee')).toBe('bo,ada')
    expect(best('bo', 'ada', 'dee')).toBe('bo,bo')
  })

  test('on a later day too, of the same person and a change for the same cost the first of the list is best', () => {
    const tomorrow = 24 * 60
    const hours = (changes: Partial<ResourceAvailability> = {}) => ({
      openings: [shift(at(9), at(12)), shift(tomorrow + at(9), tomorrow + at(12))],
      ...changes,
    })
    // As above: no room for places.
    const resources = staff(person('ada', hours()), person('bo', hours()), person('dee', hours({ load: 6e11 })))
    const lasts = { ada: 20, bo: 30, dee: 60 }
    const best = (...list: (keyof typeof lasts)[]) => {
      const performers = list.map((id) => ({
        resourceId: id,
        steps: [{ kind: 'active' as const, minutes: lasts[id] }],
      }))
      const request = {
        ...visit(service('cut', 30, ['bo']), { ...service('dry', 30, []), performers }),
        days: [0, tomorrow].map((start) => ({ start, end: start + tomorrow })),
      }
      return who(request, resources, { ...everyHour, changeMinutes: 10, resourceStrategy: 'even-load' })[0]
    }
    expect(best('ada', 'bo', 'dee')).toBe('bo,ada')
    expect(best('bo', 'ada', 'dee')).toBe('bo,bo')
  })
})
