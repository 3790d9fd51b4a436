import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest } from '../salon.ts'
import { serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'
import { audit } from './audit.ts'

interface Slot {
  start: string
  items: { resourceId: string; neededIds: string[]; start: string; end: string }[]
}

describe.each(engines)('$engine: what was shown of a visit is looked at again', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, spa)
  const nameOf = new Map(spa.resources.map(({ slug }) => [site.resourceId(slug), slug]))
  const shownOf = ({ items }: Slot) => items.map(({ resourceId, start }) => ({ resourceId, start }))
  const said = ({ items }: Slot) =>
    items.map(({ resourceId, start, end }) => `${nameOf.get(resourceId)} ${start.slice(11, 16)}-${end.slice(11, 16)}`)

  /** A visit as a client asks for it: what it was shown at a time, and a way to book that. */
  async function see(day: string, time: string, asked: string, how: { arrangement?: string; order?: string } = {}) {
    const { body } = await call('GET', '/v1/slots', { query: { items: asked, date: day, ...how } })
    const slot: Slot = body.starts.find(({ start }: Slot) => start.slice(11, 16) === time)
    const items = asked.split(',').map((item) => {
      const [serviceId, resourceId] = item.split('@')
      return { serviceId, resourceId }
    })
    const book = (shown = shownOf(slot)) =>
      call('POST', '/v1/bookings', { body: { start: slot.start, items, shown, client: guest, ...how } })
    return { slot, book }
  }
  const take = async (day: string, time: string, asked: string) => {
    expect((await (await see(day, time, asked)).book()).status).toBe(201)
  }

  test.each([
    ['in stages, with a guest', '2027-03-15', 'colour,manicure', {}, ['ada 10:00-11:30', 'cleo 10:30-11:00']],
    [
      'in stages, in any order',
      '2027-03-16',
      'cut@ada,manicure',
      { order: 'any' },
      ['ada 10:00-10:30', 'cleo 10:30-11:00'],
    ],
    ['a group', '2027-03-17', 'manicure,pedicure', {}, ['cleo 10:00-10:30', 'dora 10:00-10:30']],
    ['overlapping', '2027-03-18', 'cut,massage', { arrangement: 'overlap' }, ['ada 10:00-10:30', 'mia 10:00-11:00']],
    [
      'in a sequence',
      '2027-03-19',
      'manicure,pedicure',
      { arrangement: 'sequence' },
      ['cleo 10:00-10:30', 'dora 10:30-11:00'],
    ],
  ])('%s it is booked as it was shown', async (_, date, asked, how, expected) => {
    const { slot, book } = await see(date, '10:00', asked, how)
    expect(said(slot)).toEqual(expected)
    const { status, body } = await book()
    expect(status).toBe(201)
    expect(body.changed).toBe(false)
    expect(body.items).toMatchObject(slot.items)
    expect(await audit(database.sql)).toEqual([])
  })

  test('a chain that is not the best is as good, if it was shown, as long as its own people take', async () => {
    const { slot, book } = await see('2027-03-24', '10:00', 'colour@ben,manicure')
    const [colour, manicure] = shownOf(slot) as [object, object]
    const later = [colour, { ...manicure, start: '2027-03-24T12:00:00+01:00' }] as ReturnType<typeof shownOf>
    const { body } = await book(later)
    expect(said(body)).toEqual(['ben 10:00-11:50', 'cleo 12:00-12:30'])
    expect(body.changed).toBe(false)
  })

  test('a later day that has to move keeps to the grid', async () => {
    const start = '2027-03-31T09:00:00+02:00'
    const items = [
      { serviceId: 'cut', resourceId: 'ben' },
      { serviceId: 'cut', resourceId: 'ben' },
    ]
    await take('2027-04-01', '09:00', 'colour@ben')
    const shown = items.map((_, index) => ({
      resourceId: site.resourceId('ben'),
      start: index === 0 ? start : '2027-04-01T09:00:00+02:00',
    }))
    const { body } = await call('POST', '/v1/bookings', {
      body: { start, items, offsets: [0, 1], shown, client: guest },
    })
    // While the colour takes, from 9:40 on.
    expect(said(body)).toEqual(['ben 09:00-09:30', 'ben 09:45-10:15'])
    expect(body.changed).toBe(true)
  })

  test('a guest whose time is taken comes at another, and the answer says so', async () => {
    const { book } = await see('2027-03-25', '10:00', 'colour,manicure')
    await take('2027-03-25', '10:30', 'manicure')
    const { body } = await book()
    expect(said(body)).toEqual(['ada 10:00-11:30', 'cleo 11:30-12:00'])
    expect(body.changed).toBe(true)
  })

  test('somebody else does it where nobody was asked for by name, never where somebody was', async () => {
    const free = await see('2027-03-26', '10:00', 'colour,manicure', { order: 'asked' })
    const named = await see('2027-03-26', '10:00', 'colour@ada,manicure', { order: 'asked' })
    await take('2027-03-26', '10:00', 'cut@ada')
    expect(await named.book()).toMatchObject({ status: 409, body: { reason: 'fully-booked' } })
    const { body } = await free.book()
    expect(said(body)[0]).toBe('ben 10:00-11:50')
    expect(body.changed).toBe(true)
  })

  test('another room is no change', async () => {
    const date = '2027-03-29'
    const { slot, book } = await see(date, '10:00', 'massage@noa')
    expect(slot.items[0]?.neededIds.map((id) => nameOf.get(id))).toEqual(['room-1'])
    await take(date, '10:00', 'massage@mia')
    const { status, body } = await book()
    expect(status).toBe(201)
    expect(body.items[0].neededNames).toEqual(['Room 2'])
    expect(body.changed).toBe(false)
  })

  test('without a room there is none', async () => {
    const date = '2027-03-30'
    const { book } = await see(date, '10:00', 'massage-for-two')
    await take(date, '10:00', 'massage@mia')
    const { status, body } = await book()
    expect(status).toBe(409)
    expect(body.alternatives.map(({ start }: Slot) => start.slice(11, 16))).toContain('11:00')
    expect(body.alternatives.map(({ start }: Slot) => start.slice(11, 16))).not.toContain('10:15')
    expect(await audit(database.sql)).toEqual([])
  })
})
