import { describe, expect, test } from 'vitest'
import { type ChainRequest, chainOf, fits, type PlacedItem } from './index.js'
import { at, booked, person, service, staff, visit } from './salon.fixture.js'

const request = visit(service('cut', 30, ['ada', 'bo'], 10), service('style', 20, ['ada']))
const cut: PlacedItem = { serviceId: 'cut', resourceId: 'bo', start: at(9, 7), end: at(9, 37) }
const style: PlacedItem = { serviceId: 'style', resourceId: 'ada', start: at(10), end: at(10, 20) }
const resources = staff(person('ada', { bufferMinutes: 5 }), person('bo'))

const fitsAs = (items: readonly PlacedItem[], asked: ChainRequest = request) => fits(asked, { items }, resources)

describe('a chain fits', () => {
  test('off the grid, and with a wait that is longer than it need be', () => {
    expect(fitsAs([cut, style])).toBe(true)
  })
})

describe('a chain does not fit', () => {
  test('that starts a service within the gap before it', () => {
    expect(fitsAs([cut, { ...style, start: at(9, 46), end: at(10, 6) }])).toBe(false)
  })

  test('that waits longer than it may', () => {
    expect(fitsAs([cut, style], { ...request, maxIdleMinutes: 13 })).toBe(true)
    expect(fitsAs([cut, style], { ...request, maxIdleMinutes: 12 })).toBe(false)
  })

  test('of other services, other people or other lengths than asked for', () => {
    expect(fitsAs([cut])).toBe(false)
    expect(fitsAs([cut, { ...style, serviceId: 'wax' }])).toBe(false)
    expect(fitsAs([cut, { ...style, resourceId: 'bo' }])).toBe(false)
    expect(fitsAs([cut, { ...style, end: at(10, 30) }])).toBe(false)
    expect(fitsAs([cut, style, style])).toBe(false)
  })

  test('that somebody else has taken meanwhile, be it only the gap or the buffer after it', () => {
    const bo = person('bo', { busy: [booked(at(9, 46), at(10))] })
    expect(fits(request, { items: [cut, style] }, staff(person('ada'), bo))).toBe(false)
    const ada = person('ada', { bufferMinutes: 5, busy: [booked(at(10, 24), at(11))] })
    expect(fits(request, { items: [cut, style] }, staff(ada, person('bo')))).toBe(false)
  })

  test('that notice or horizon rule out', () => {
    const late = person('bo', { earliestStart: at(9, 8) })
    const early = person('ada', { latestStart: at(9, 59) })
    expect(fits(request, { items: [cut, style] }, staff(person('ada'), late))).toBe(false)
    expect(fits(request, { items: [cut, style] }, staff(early, person('bo')))).toBe(false)
  })

  test('for a party that is too large', () => {
    expect(fitsAs([cut, style], { ...request, partySize: 2 })).toBe(false)
  })
})

describe('what a client saw becomes a chain', () => {
  test('with blocks, span and cost as they are now', () => {
    expect(chainOf(request, [cut, style], resources, { preferredResourceIds: ['ada'], preferMinutes: 3 })).toEqual({
      items: [
        { ...cut, neededIds: [], blocks: [{ resourceId: 'bo', start: at(9, 7), end: at(9, 47), seats: 1 }] },
        { ...style, neededIds: [], blocks: [{ resourceId: 'ada', start: at(10), end: at(10, 25), seats: 1 }] },
      ],
      spanMinutes: 73,
      cost: 80,
    })
  })

  test('of the services asked for, by people who do them', () => {
    expect(() => chainOf(request, [cut], resources)).toThrow('items must be one for each service')
    expect(() => chainOf(request, [style, cut], resources)).toThrow('items[0].serviceId')
    expect(() => chainOf(request, [cut, { ...style, resourceId: 'bo' }], resources)).toThrow('items[1].resourceId')
  })
})
