import { describe, expect, test } from 'vitest'
import { type ChainRequest, findChains, type SearchOptions, type ServiceRequest, type Step } from './index.js'
import { at, booked, person, service, staff, visit } from './salon.fixture.js'

const everyHour: SearchOptions = { stepMinutes: 60 }

const colour: ServiceRequest = {
  id: 'colour',
  gapAfterMinutes: 0,
  performers: [
    {
      resourceId: 'ada',
      steps: [
        { kind: 'active', minutes: 30 },
        { kind: 'processing', minutes: 40 },
        { kind: 'active', minutes: 20 },
      ],
    },
  ],
}

/** Who does what, from when to when, in the best chain of the first start; minutes after nine. */
const first = (request: ChainRequest, resources = staff(person('ada'), person('bo')), options = everyHour) =>
  findChains(request, resources, options).starts[0]?.best.items.map(({ serviceId, resourceId, start, end }) =>
    [serviceId, resourceId, start - at(9), end - at(9)].join(' '),
  )

describe('processing time', () => {
  const guest = { ...service('nails', 25, ['ada', 'bo']), parallelOk: true }

  test('has room for a guest, on whomever', () => {
    expect(first(visit(colour, guest))).toEqual(['colour ada 0 90', 'nails ada 30 55'])
    expect(first(visit(colour, { ...guest, performers: guest.performers.slice(1) }))).toEqual([
      'colour ada 0 90',
      'nails bo 30 55',
    ])
  })

  test('has room for one guest after the other', () => {
    const brows = { ...service('brows', 10, ['bo']), parallelOk: true }
    expect(first(visit(colour, guest, brows))).toEqual(['colour ada 0 90', 'nails ada 30 55', 'brows bo 55 65'])
  })

  test('in a later step has room for whom the first is too short, or who comes after another', () => {
    const steps: Step[] = [
      { kind: 'active', minutes: 10 },
      { kind: 'processing', minutes: 10 },
      { kind: 'active', minutes: 10 },
      { kind: 'processing', minutes: 30 },
    ]
    const perm = { ...colour, id: 'perm', performers: [{ resourceId: 'ada', steps }] }
    const brows = { ...service('brows', 10, ['ada']), parallelOk: true }
    const request = { ...visit(perm, brows, guest), order: 'asked' as const }
    expect(first(visit(perm, guest))).toEqual(['perm ada 0 60', 'nails ada 30 55'])
    expect(first(request)).toEqual(['perm ada 0 60', 'brows ada 10 20', 'nails ada 30 55'])
  })

  test('is left alone where a service would not end in it, or may not run beside others', () => {
    const long = { ...service('massage', 41, ['bo']), parallelOk: true }
    expect(first({ ...visit(colour, long), order: 'asked' })).toEqual(['colour ada 0 90', 'massage bo 90 131'])
    expect(first(visit(colour, { ...guest, parallelOk: false }))).toEqual(['colour ada 0 90', 'nails ada 90 115'])
    const late = staff(person('ada'), person('bo', { busy: [booked(at(9), at(9, 46))] }))
    const request = visit(colour, { ...guest, performers: guest.performers.slice(1) })
    expect(first({ ...request, order: 'asked' }, late)).toEqual(['colour ada 0 90', 'nails bo 90 115'])
  })

  test('is no wait, but makes the next service wait for its guests and their gap', () => {
    const slow = { ...service('nails', 40, ['bo'], 35), parallelOk: true }
    const cut = service('cut', 10, ['ada'])
    expect(first({ ...visit(colour, slow, cut), maxIdleMinutes: 0 })).toEqual([
      'colour ada 0 90',
      'nails bo 30 70',
      'cut ada 105 115',
    ])
  })

  test('has room for no guest who wants what the host keeps', () => {
    const inRoom = (one: ServiceRequest, ...resourceIds: string[]): ServiceRequest => ({
      ...one,
      needs: [{ resourceIds, during: 'all' }],
    })
    const resources = staff(person('ada'), person('bo'), person('red'), person('blue'))
    const request = (...rooms: string[]) => ({
      ...visit(inRoom(colour, ...rooms), inRoom(guest, 'red')),
      order: 'asked' as const,
    })
    expect(first(request('red'), resources)).toEqual(['colour ada 0 90', 'nails ada 90 115'])
    expect(first(request('red', 'blue'), resources)).toEqual(['colour ada 0 90', 'nails ada 30 55'])
  })

  test('is free for other bookings, but for the buffer after the work', () => {
    const chain = findChains(visit(colour), staff(person('ada', { bufferMinutes: 5 })), everyHour).starts[0]?.best
    expect(chain?.items[0]?.blocks).toEqual([
      { resourceId: 'ada', start: at(9), end: at(9, 35), seats: 1 },
      { resourceId: 'ada', start: at(10, 10), end: at(10, 35), seats: 1 },
    ])
    const between = person('ada', { bufferMinutes: 5, busy: [booked(at(9, 35), at(10, 10))] })
    expect(first(visit(colour), staff(between))).toEqual(['colour ada 0 90'])
    const tooSoon = person('ada', { bufferMinutes: 5, busy: [booked(at(9, 34), at(9, 35))] })
    expect(first(visit(colour), staff(tooSoon))).toEqual(['colour ada 60 150'])
  })
})

describe('a group', () => {
  const member = (id: string, minutes: number, people: string[]): ServiceRequest => ({
    ...service(id, minutes, people),
    parallelOk: true,
    parallelGroup: 'hands and feet',
  })
  const hands = member('hands', 30, ['ada', 'bo'])
  const feet = member('feet', 40, ['ada', 'bo'])

  test('starts together where that is cheaper', () => {
    expect(first(visit(hands, feet))).toEqual(['hands ada 0 30', 'feet bo 0 40'])
  })

  test('is over when the last of it is, whoever comes next', () => {
    const polish = service('polish', 10, ['ada'])
    expect(first(visit(hands, feet, polish))).toEqual(['hands ada 0 30', 'feet bo 0 40', 'polish ada 40 50'])
  })

  test('is done one after the other where it is not, unless it must', () => {
    const busyBo = person('bo', { busy: [booked(at(9), at(11))] })
    expect(first(visit(hands, feet), staff(person('ada'), busyBo))).toEqual(['hands ada 0 30', 'feet ada 30 70'])
    const couple = visit({ ...hands, together: 'require' }, feet)
    expect(first(couple, staff(person('ada'), busyBo))).toEqual(['hands ada 120 150', 'feet bo 120 160'])
  })

  test('needs a seat for each, which one person may have', () => {
    const request = visit(member('her', 60, ['room']), { ...member('him', 60, ['room']), together: 'require' })
    expect(first(request, staff(person('room')))).toBeUndefined()
    expect(first(request, staff(person('room', { capacity: 2 })))).toEqual(['her room 0 60', 'him room 0 60'])
  })

  test('keeps its two seats until its buffers end, though two short services of the visit follow each other there', () => {
    const couple = visit(
      { ...member('her', 10, ['bath']), together: 'require' },
      member('him', 10, ['bath']),
      service('rinse', 5, ['bath']),
      service('rest', 5, ['bath']),
    )
    const bath = person('bath', { capacity: 2, bufferMinutes: 30 })
    const chain = findChains(couple, staff(bath), everyHour).starts[0]?.best
    expect(chain?.items.flatMap(({ blocks }) => blocks.map(({ start, end }) => [start - at(9), end - at(9)]))).toEqual([
      [0, 15],
      [0, 10],
      [10, 40],
      [15, 50],
    ])
  })
})

describe('the order', () => {
  const cut = service('cut', 30, ['ada'])
  const brows = { ...service('brows', 10, ['bo']), parallelOk: true }
  const resources = staff(
    person('ada', { busy: [booked(at(9, 40), at(12))] }),
    person('bo', { busy: [booked(at(9, 10), at(12))] }),
  )

  test('is that of the best visit for what may come anywhere', () => {
    expect(first(visit(cut, brows), resources)).toEqual(['cut ada 10 40', 'brows bo 0 10'])
  })

  test('is kept where it is asked for, and by what may not move', () => {
    expect(first({ ...visit(cut, brows), order: 'asked' }, resources)).toBeUndefined()
    expect(first(visit(cut, { ...brows, parallelOk: false }), resources)).toBeUndefined()
  })
})

test('in a sequence there are neither groups nor guests, and no other order', () => {
  const guest = { ...service('nails', 25, ['bo']), parallelOk: true }
  expect(first({ ...visit(colour, guest), arrangement: 'sequence' })).toEqual(['colour ada 0 90', 'nails bo 90 115'])
})
