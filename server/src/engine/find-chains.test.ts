import { describe, expect, test } from 'vitest'
import { type ChainRequest, findChains, type Resources, type SearchOptions } from './index.js'
import { at, booked, person, service, shift, staff, visit } from './salon.fixture.js'

const everyHalfHour: SearchOptions = { stepMinutes: 30 }

const startsOf = (request: ChainRequest, resources: Resources, options = everyHalfHour) =>
  findChains(request, resources, options).starts.map(({ start }) => start)

/** Who does what from when to when in the best chain of the first start. */
const firstChain = (request: ChainRequest, resources: Resources, options = everyHalfHour) =>
  findChains(request, resources, options).starts[0]?.best

const who = (request: ChainRequest, resources: Resources, options = everyHalfHour) =>
  firstChain(request, resources, options)?.items.map(({ resourceId }) => resourceId)

describe('the grid of starts', () => {
  const cut = visit(service('cut', 60, ['ada']))

  test('counts from the start of the shift', () => {
    const ada = person('ada', { openings: [shift(at(9, 10), at(11))] })
    expect(startsOf(cut, staff(ada))).toEqual([at(9, 10), at(9, 40)])
  })

  test('keeps the grid of the shift after a booking that ends between two of its lines', () => {
    const ada = person('ada', { busy: [booked(at(9), at(9, 50))] })
    expect(startsOf(cut, staff(ada))).toEqual([at(10), at(10, 30), at(11)])
  })

  test('starts anew after a booking where the shift gives no anchor', () => {
    const ada = person('ada', { openings: [{ start: at(9), end: at(12) }], busy: [booked(at(9), at(9, 50))] })
    expect(startsOf(cut, staff(ada))).toEqual([at(9, 50), at(10, 20), at(10, 50)])
  })

  test('changes at the seam of two shifts, across which a service may lie', () => {
    const ada = person('ada', { openings: [shift(at(10, 10), at(12)), shift(at(9), at(10, 10))] })
    expect(startsOf(cut, staff(ada))).toEqual([at(9), at(9, 30), at(10), at(10, 10), at(10, 40)])
  })

  test('counts in both directions from an anchor', () => {
    const openings = [{ start: at(9), end: at(11), gridAnchor: at(9, 40) }]
    expect(startsOf(cut, staff(person('ada', { openings })))).toEqual([at(9, 10), at(9, 40)])
  })

  test('is left aside for an exact start', () => {
    expect(startsOf(cut, staff(person('ada')), { stepMinutes: 30, exactStart: at(9, 7) })).toEqual([at(9, 7)])
    expect(startsOf(cut, staff(person('ada')), { stepMinutes: 30, exactStart: at(11, 1) })).toEqual([])
    const ofMorning = { stepMinutes: 30, from: at(9, 30), until: at(10) }
    expect(
      [at(9, 29), at(9, 59), at(10)].flatMap((exactStart) =>
        startsOf(cut, staff(person('ada')), { ...ofMorning, exactStart }),
      ),
    ).toEqual([at(9, 59)])
  })

  test('is bounded by the day that is asked for, which an item may outlast', () => {
    const ada = person('ada', { openings: [shift(at(22), at(26))] })
    expect(
      startsOf(visit(service('cut', 90, ['ada'])), staff(ada), { stepMinutes: 30, from: at(23), until: at(24) }),
    ).toEqual([at(23), at(23, 30)])
  })
})

describe('gaps and buffers', () => {
  const cut = visit(service('cut', 30, ['ada']))

  test('a buffer holds on both sides of a booking', () => {
    // The earlier booking has brought its own buffer along, until 10:10.
    const ada = person('ada', { bufferMinutes: 10, busy: [booked(at(9, 30), at(10, 10)), booked(at(11), at(12))] })
    expect(startsOf(cut, staff(ada), { stepMinutes: 10 })).toEqual([at(10, 10), at(10, 20)])
  })

  test('a tail runs past closing time', () => {
    const ada = person('ada', { bufferMinutes: 10, openings: [shift(at(9), at(9, 30))] })
    expect(firstChain(cut, staff(ada))?.items[0]?.blocks).toEqual([
      { resourceId: 'ada', start: at(9), end: at(9, 40), seats: 1 },
    ])
  })

  test('a tail never runs into another booking, not even after closing time', () => {
    const ada = person('ada', {
      bufferMinutes: 10,
      openings: [shift(at(9), at(9, 30))],
      busy: [booked(at(9, 39), at(10))],
    })
    expect(findChains(cut, staff(ada), everyHalfHour)).toEqual({ starts: [], reason: 'fully-booked' })
  })

  test('the gap keeps the next service away, on whomever, and blocks the performer', () => {
    const request = visit(service('wax', 30, ['ada'], 15), service('cut', 30, ['bo']))
    const chain = firstChain(request, staff(person('ada', { bufferMinutes: 5 }), person('bo')))
    expect(chain?.items.map(({ start }) => start)).toEqual([at(9), at(9, 45)])
    expect(chain?.items[0]?.blocks).toEqual([{ resourceId: 'ada', start: at(9), end: at(9, 50), seats: 1 }])
    expect(chain).toMatchObject({ spanMinutes: 75, cost: 85 })
  })

  test('a buffer yields to the next service of the same visit', () => {
    const request = visit(service('cut', 30, ['ada']), service('style', 30, ['ada']))
    const blocks = firstChain(request, staff(person('ada', { bufferMinutes: 20 })))?.items.flatMap(
      (item) => item.blocks,
    )
    expect(blocks).toEqual([
      { resourceId: 'ada', start: at(9), end: at(9, 30), seats: 1 },
      { resourceId: 'ada', start: at(9, 30), end: at(10, 20), seats: 1 },
    ])
  })

  test('a buffer yields to the same person after a short service by somebody else', () => {
    const request = visit(service('cut', 30, ['ada']), service('brows', 10, ['bo']), service('style', 30, ['ada']))
    const chain = firstChain(request, staff(person('ada', { bufferMinutes: 20 }), person('bo')))
    expect(chain?.items.map(({ blocks }) => blocks.map(({ start, end }) => [start, end]))).toEqual([
      [[at(9), at(9, 40)]],
      [[at(9, 30), at(9, 40)]],
      [[at(9, 40), at(10, 30)]],
    ])
  })

  test('a tail that would yield still needs its time free of others', () => {
    // From 9:20 to 9:30 somebody else has ada: her buffer after the first item would run into that.
    const request = visit(service('cut', 15, ['ada']), service('brows', 5, ['bo']), service('style', 30, ['ada']))
    const ada = person('ada', { bufferMinutes: 10, busy: [booked(at(9, 20), at(9, 30))] })
    expect(startsOf(request, staff(ada, person('bo')))[0]).toBe(at(9, 30))
  })
})

describe('seats', () => {
  const group = { ...visit(service('yoga', 60, ['room'])), partySize: 2 }

  test('a party needs as many seats as it has people, at every minute', () => {
    const room = person('room', { capacity: 4, busy: [booked(at(9), at(10), 2), booked(at(9, 30), at(10, 30), 1)] })
    expect(startsOf(group, staff(room))).toEqual([at(10), at(10, 30), at(11)])
    expect(startsOf({ ...group, partySize: 1 }, staff(room))[0]).toBe(at(9))
  })

  test('bookings that only touch do not add up', () => {
    const room = person('room', { capacity: 3, busy: [booked(at(9), at(10)), booked(at(10), at(11))] })
    expect(startsOf(group, staff(room))[0]).toBe(at(9))
  })

  test('a visit never competes with itself for seats', () => {
    const request = { ...visit(service('yoga', 60, ['room'], 10), service('rest', 30, ['room'])), partySize: 3 }
    const chain = firstChain(request, staff(person('room', { capacity: 3, bufferMinutes: 15 })))
    expect(chain?.items.flatMap(({ blocks }) => blocks)).toEqual([
      { resourceId: 'room', start: at(9), end: at(10, 10), seats: 3 },
      { resourceId: 'room', start: at(10, 10), end: at(10, 55), seats: 3 },
    ])
  })
})

describe('what follows', () => {
  test('starts the minute it can, off the grid', () => {
    const request = visit(service('wash', 20, ['ada']), service('cut', 30, ['bo']))
    const bo = person('bo', { busy: [booked(at(9), at(9, 43))] })
    expect(firstChain(request, staff(person('ada'), bo))?.items[1]?.start).toBe(at(9, 43))
    const shorter = visit(service('wash', 17, ['ada']), service('cut', 30, ['bo']))
    expect(firstChain(shorter, staff(person('ada'), person('bo')))?.items[1]?.start).toBe(at(9, 17))
  })

  test('is done by whoever makes the whole visit possible, though somebody else is free earlier', () => {
    const slowBo = { resourceId: 'bo', steps: [{ kind: 'active' as const, minutes: 60 }] }
    const cut = { ...service('cut', 30, []), performers: [slowBo, ...service('', 30, ['cleo']).performers] }
    const request = visit(service('wash', 30, ['ada']), cut, service('style', 30, ['dan']))
    const cleo = person('cleo', { openings: [shift(at(9, 40), at(10, 10))] })
    const dan = person('dan', { openings: [shift(at(9), at(10, 50))] })
    const resources = staff(person('ada'), person('bo'), cleo, dan)
    expect(startsOf(request, resources)).toEqual([at(9)])
    expect(who(request, resources)).toEqual(['ada', 'cleo', 'dan'])
  })

  test('takes each performer their own time', () => {
    const senior = { resourceId: 'ada', steps: [{ kind: 'active' as const, minutes: 20 }] }
    const junior = {
      resourceId: 'bo',
      steps: [
        { kind: 'active' as const, minutes: 30 },
        { kind: 'active' as const, minutes: 15 },
      ],
    }
    const cut = visit({ id: 'cut', performers: [junior, senior], gapAfterMinutes: 0 })
    const resources = staff(person('ada', { openings: [shift(at(10), at(12))] }), person('bo'))
    const ends = findChains(cut, resources, { stepMinutes: 60 }).starts.map(({ best }) => best.items[0]?.end)
    expect(ends).toEqual([at(9, 45), at(10, 20), at(11, 20)])
  })
})

describe('which way is best', () => {
  const twice = visit(service('cut', 30, ['bo', 'ada']), service('style', 30, ['ada', 'bo']))

  test('a change of performer costs ten minutes unless told otherwise', () => {
    const bo = person('bo', { busy: [booked(at(9, 30), at(9, 39))] })
    const ada = person('ada', { busy: [booked(at(9), at(9, 30))] })
    expect(firstChain(twice, staff(ada, bo))).toMatchObject({ spanMinutes: 69, cost: 69 })
    expect(who(twice, staff(ada, bo), { stepMinutes: 30, changeMinutes: 8 })).toEqual(['bo', 'ada'])
  })

  test('a preferred person is worth twenty minutes unless told otherwise', () => {
    const cut = visit(service('cut', 30, ['bo', 'ada']))
    const slowAda = { resourceId: 'ada', steps: [{ kind: 'active' as const, minutes: 45 }] }
    const request = visit({
      ...service('cut', 30, ['bo']),
      performers: [...service('', 30, ['bo']).performers, slowAda],
    })
    const resources = staff(person('ada'), person('bo'))
    expect(who(request, resources)).toEqual(['bo'])
    expect(firstChain(request, resources, { stepMinutes: 30, preferredResourceIds: ['ada'] })).toMatchObject({
      cost: 25,
    })
    expect(who(request, resources, { stepMinutes: 30, preferredResourceIds: ['ada'], preferMinutes: 10 })).toEqual([
      'bo',
    ])
    expect(who(cut, resources, { stepMinutes: 30, preferredResourceIds: ['ada'] })).toEqual(['ada'])
  })

  test('among equals the lower sum of places in the lists wins, then the first item decides', () => {
    const resources = staff(person('ada'), person('bo'))
    const free = { stepMinutes: 30, changeMinutes: 0 }
    expect(who(twice, resources, free)).toEqual(['bo', 'ada'])
    // Staying with one person: bo is first then second in the lists, ada second then first.
    expect(who(twice, resources)).toEqual(['bo', 'bo'])
  })
})

describe('why there is nothing', () => {
  const cut = visit(service('cut', 60, ['ada']))
  const reasonOf = (changes: Parameters<typeof person>[1], request = cut) =>
    findChains(request, staff(person('ada', changes)), everyHalfHour).reason

  test('nobody is listed, or nobody is large enough', () => {
    expect(reasonOf({}, visit(service('cut', 60, [])))).toBe('no-resource')
    expect(reasonOf({}, { ...cut, partySize: 2 })).toBe('no-resource')
  })

  test('too soon', () => {
    expect(reasonOf({ earliestStart: at(11, 1) })).toBe('notice')
  })

  test('too far ahead, also where notice would rule it out as well', () => {
    expect(reasonOf({ latestStart: at(8) })).toBe('beyond-horizon')
    expect(reasonOf({ earliestStart: at(13), latestStart: at(8) })).toBe('beyond-horizon')
  })

  test('others have it, also where notice and horizon would rule out the rest', () => {
    expect(reasonOf({ busy: [booked(at(9, 30), at(11, 30))] })).toBe('fully-booked')
    expect(reasonOf({ busy: [booked(at(8), at(13))], earliestStart: at(13), latestStart: at(8) })).toBe('fully-booked')
  })

  test('nobody works long enough', () => {
    expect(reasonOf({ openings: [] })).toBe('closed')
    expect(reasonOf({ openings: [shift(at(9), at(9, 59))], busy: [booked(at(8), at(13))] })).toBe('closed')
  })

  test('a start at the horizon itself is still one', () => {
    const ada = person('ada', { earliestStart: at(10), latestStart: at(10) })
    expect(startsOf(cut, staff(ada))).toEqual([at(10)])
  })
})

describe('no cliff', () => {
  const everybody = ['ada', 'bo', 'cleo', 'dan', 'eva', 'finn', 'gus', 'hana']
  const services = Array.from({ length: 12 }, (_, index) => service(`part ${index}`, 10, everybody))

  test('twelve services by any of eight people, seventy billion ways for each start, are no matter', () => {
    const { starts } = findChains(visit(...services), staff(...everybody.map((id) => person(id))), everyHalfHour)
    expect(starts.map(({ start }) => start)).toEqual([at(9), at(9, 30), at(10)])
    expect(starts[0]?.best.cost).toBe(120)
  })

  test('nor is a last service that nobody has time for', () => {
    const last = service('last', 10, ['zoe'])
    const resources = staff(...everybody.map((id) => person(id)), person('zoe', { openings: [shift(at(7), at(10))] }))
    expect(findChains(visit(...services, last), resources, everyHalfHour)).toEqual({ starts: [], reason: 'closed' })
  })
})
