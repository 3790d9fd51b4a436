import { booking as bookingSchema } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { audit } from '../booking/audit.ts'
import { engines } from '../engines.ts'
import { guest } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'

interface Item {
  resourceId: string
  start: string
  neededIds: string[]
}
interface Slot {
  start: string
  items: Item[]
  alternatives: Slot[]
}
/** What goes with a booking as it was asked. */
interface Asked {
  items: { serviceId: string; resourceId?: string }[]
  resourceId?: string
  partySize?: number
  arrangement?: string
  order?: string
  offsets?: number[]
}

const services = (...items: string[]) =>
  items.map((item) => {
    const [serviceId = '', resourceId] = item.split('@')
    return { serviceId, ...(resourceId && { resourceId }) }
  })

const visits: [what: string, asked: Asked, times?: { timeFrom?: string; timeTo?: string }][] = [
  ['a service that takes', { items: services('colour') }],
  ['with a guest in it', { items: services('colour', 'manicure', 'pedicure') }],
  ['all by one', { items: services('cut', 'colour'), resourceId: 'ben' }],
  ['one after the other', { items: services('pedicure', 'manicure'), arrangement: 'sequence' }],
  ['all at once', { items: services('cut', 'massage@noa', 'manicure'), arrangement: 'overlap' }],
  ['in the order asked', { items: services('manicure', 'colour@ada'), order: 'asked' }],
  ['in any order', { items: services('manicure', 'cut', 'pedicure', 'colour@ada'), order: 'any' }],
  ['over several days', { items: services('massage', 'massage', 'laser'), offsets: [0, 7, 7] }],
  ['of a party', { items: services('yoga'), partySize: 3 }],
  ['with a second person and a room', { items: services('massage-for-two') }],
  ['after work', { items: services('massage', 'yoga') }, { timeFrom: '16:00' }],
]

describe.each(engines)('$engine: a visit', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, spa)
  const nameOf = new Map(spa.resources.map(({ slug, name }) => [site.resourceId(slug), name]))
  const slotsOf = async ({ items, offsets, ...how }: Asked, times: object = {}): Promise<Slot[]> => {
    const text = items
      .map(({ serviceId, resourceId }) => (resourceId ? `${serviceId}@${resourceId}` : serviceId))
      .join()
    const query = { items: text, ...how, ...(offsets && { offsets: offsets.join() }), ...times }
    return (await call('GET', '/v1/slots', { query: { date: DAY, alternativesPerStart: 1, ...query } })).body.starts
  }
  const book = (asked: Asked, { start, items }: Slot) => {
    const shown = items.map((item) => ({ resourceId: item.resourceId, start: item.start }))
    return call('POST', '/v1/bookings', { body: { ...asked, start, shown, client: guest } })
  }

  test.each(visits)('%s is booked as it was offered, and read as it was booked', async (_, asked, times) => {
    const slot = (await slotsOf(asked, times))[0] as Slot
    const { status, body } = await book(asked, slot)
    expect(status).toBe(201)
    expect(bookingSchema.parse(body)).toMatchObject({ start: slot.start, partySize: asked.partySize ?? 1 })
    expect(body.changed).toBe(false)
    expect(body.items).toMatchObject(slot.items)
    expect(body.items.map(({ neededNames }: { neededNames: string[] }) => neededNames)).toEqual(
      slot.items.map(({ neededIds }) => neededIds.map((id) => nameOf.get(id))),
    )
    const { manageToken, changed: _changed, ...booked } = body
    const read = await call('GET', `/v1/bookings/${booked.id}`, { token: manageToken })
    expect(read.body).toMatchObject(booked)
    expect(await audit(database.sql)).toEqual([])
    expect((await call('POST', `/v1/bookings/${booked.id}/cancel`, { token: manageToken })).status).toBe(200)
    expect((await slotsOf(asked, times))[0]).toEqual(slot)
  })

  test('another way to do it is booked as well as the best one', async () => {
    const asked = { items: services('colour', 'manicure') }
    const other = (await slotsOf(asked))[0]?.alternatives[0] as Slot
    const { body } = await book(asked, other)
    expect(body).toMatchObject({ changed: false, items: other.items })
    expect(nameOf.get(body.items[0].resourceId)).toBe('Ben')
  })
})

describe.each(engines)('$engine: why there is no time', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const limits = { noticeMinutes: 180, horizonDays: 30, maxChainMinutes: 60 }
  const { call } = await serveSalon(database, { ...spa, settings: limits }, { now: new Date(`${DAY}T14:00:00Z`) })
  const reasonOf = async (items: string, query: object = {}) => {
    const { body } = await call('GET', '/v1/slots', { query: { date: DAY, items, ...query } })
    expect(body.starts).toEqual([])
    return body.reason
  }

  test('is said of a day', async () => {
    expect(await reasonOf('cut')).toBe('notice')
    expect(await reasonOf('cut', { date: '2027-04-16' })).toBe('beyond-horizon')
    expect(await reasonOf('cut', { date: '2027-03-20' })).toBe('closed')
    expect(await reasonOf('colour', { date: '2027-03-17' })).toBe('chain-too-long')
    expect(await reasonOf('yoga', { date: '2027-03-17', partySize: 7 })).toBe('no-resource')
    const start = (time: string) => `2027-03-17T${time}:00+01:00`
    for (const time of ['09:00', '10:00']) {
      const body = { items: [{ serviceId: 'yoga' }], start: start(time), partySize: 6, client: guest }
      expect((await call('POST', '/v1/bookings', { body })).status).toBe(201)
    }
    expect(await reasonOf('yoga', { date: '2027-03-17', timeTo: '10:30' })).toBe('fully-booked')
  })

  test('is said where a booking is refused, and of each day of a month', async () => {
    const body = { items: [{ serviceId: 'colour' }], start: '2027-03-18T10:00:00+01:00', client: guest }
    const refused = await call('POST', '/v1/bookings', { body })
    expect(refused).toMatchObject({ status: 409, body: { code: 'slot-taken', reason: 'chain-too-long' } })
    const { days } = (await call('GET', '/v1/calendar', { query: { month: '2027-03', items: 'cut' } })).body
    const states = days.slice(15, 20).map(({ state }: { state: string }) => state)
    expect(states).toEqual(['notice', 'available', 'available', 'available', 'closed'])
  })
})
