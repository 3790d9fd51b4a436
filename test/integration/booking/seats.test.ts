import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { audit } from './audit.ts'

interface BlockRow {
  seat: string
  start: string
  end: string
}

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, site } = await serveSalon(database, {
    ...salon,
    hours: { ...salon.hours, wednesday: '00:00-24:00', thursday: '00:00-24:00', friday: '00:00-24:00' },
    categories: [
      {
        slug: 'wellness',
        services: [
          { slug: 'hour', minutes: 60, priceMinor: 1500, performers: ['room'] },
          { slug: 'two-hours', minutes: 120, priceMinor: 2500, performers: ['room'] },
          { slug: 'night', minutes: 30 * 60, priceMinor: 9900, performers: ['room'] },
          { slug: 'palace', minutes: 60, priceMinor: 1_500_000_000, performers: ['room'] },
          {
            slug: 'retreat',
            minutes: 26 * 60,
            priceMinor: 9900,
            performers: ['host'],
            needs: [{ resources: ['beds'] }],
          },
          { slug: 'nap', minutes: 60, priceMinor: 900, performers: ['host'], needs: [{ resources: ['beds'] }] },
          { slug: 'with-rest', minutes: 60, gapAfterMinutes: 30, priceMinor: 1500, performers: ['room'] },
        ],
      },
    ],
    resources: [
      { slug: 'room', kind: 'room', capacity: 2, bufferMinutes: 10 },
      { slug: 'host', capacity: 9 },
      { slug: 'beds', kind: 'device', capacity: 2 },
    ],
  })
  const book = async (time: string, services: string[], partySize = 1, day = DAY) => {
    const items = services.map((serviceId) => ({ serviceId }))
    const body = { start: `${day}T${time}:00+01:00`, items, client: guest, partySize }
    return call('POST', '/v1/bookings', { body })
  }
  const blocksOf = async (id: string, of = 'room'): Promise<BlockRow[]> =>
    database.sql.query<BlockRow>(
      `SELECT (SELECT count(*)::int FROM seats s WHERE s.resource_id = b.resource_id AND s.id < b.seat_id)::text AS seat,
        to_char(start_at AT TIME ZONE 'Europe/Berlin', 'DD HH24:MI') AS start,
        to_char(end_at AT TIME ZONE 'Europe/Berlin', 'DD HH24:MI') AS "end"
       FROM blocks b WHERE booking_id = $1 AND resource_id = $2 ORDER BY start_at, seat_id`,
      [id, site.resourceId(of)],
    )

  test('where no seat is free all along although there is room, the stretch is cut across seats', async () => {
    const first = await book('10:00', ['hour'])
    const second = await book('10:00', ['hour'])
    await call('POST', `/v1/bookings/${first.body.id}/cancel`, { token: first.body.manageToken })
    const third = await book('11:15', ['hour'])
    expect(await blocksOf(second.body.id)).toMatchObject([{ seat: '1' }])
    expect(await blocksOf(third.body.id)).toMatchObject([{ seat: '0' }])
    const long = await book('10:00', ['two-hours'])
    expect(long.status).toBe(201)
    expect(await blocksOf(long.body.id)).toEqual([
      { seat: '0', start: '16 10:00', end: '16 11:15' },
      { seat: '1', start: '16 11:15', end: '16 12:10' },
    ])
    expect((await book('11:00', ['hour'])).status).toBe(409)
  })

  test('a price that no booking can hold is refused as a mistake', async () => {
    const { status, body } = await book('10:00', ['palace'], 2, '2027-03-23')
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: 'partySize' }])
    expect((await book('10:00', ['palace'], 1, '2027-03-23')).status).toBe(201)
  })

  test('a block is never longer than a day', async () => {
    const { status, body } = await book('08:00', ['night'], 1, '2027-03-17')
    expect(status).toBe(201)
    expect(await blocksOf(body.id)).toEqual([
      { seat: '0', start: '17 08:00', end: '18 08:00' },
      { seat: '0', start: '18 08:00', end: '18 14:10' },
    ])
    const later = await book('13:00', ['hour'], 2, '2027-03-18')
    expect(later.status).toBe(409)
    expect((await book('14:15', ['hour'], 2, '2027-03-18')).status).toBe(201)
  })

  test('what a service needs is cut like that, too: across seats, and by days', async () => {
    const day = '2027-03-17'
    const first = await book('08:00', ['nap'], 1, day)
    const second = await book('08:00', ['nap'], 1, day)
    await call('POST', `/v1/bookings/${first.body.id}/cancel`, { token: first.body.manageToken })
    const third = await book('09:00', ['nap'], 1, day)
    const seats = await Promise.all([second, third].map(({ body }) => blocksOf(body.id, 'beds')))
    expect(seats).toMatchObject([[{ seat: '1' }], [{ seat: '0' }]])
    const { status, body } = await book('08:00', ['retreat'], 1, day)
    expect(status).toBe(201)
    expect(await blocksOf(body.id, 'beds')).toEqual([
      { seat: '0', start: '17 08:00', end: '17 09:00' },
      { seat: '1', start: '17 09:00', end: '18 09:00' },
      { seat: '1', start: '18 09:00', end: '18 10:00' },
    ])
    expect((await book('08:00', ['nap'], 1, day)).status).toBe(409)
    expect(await audit(database.sql)).toEqual([])
  })

  test('a tail never runs into another booking, not even after closing', async () => {
    const monday = '2027-03-22'
    const offered = async () => {
      const { body } = await call('GET', '/v1/slots', { query: { items: 'hour', partySize: 2, date: monday } })
      return body.starts.at(-1).start
    }
    expect(await offered()).toBe(`${monday}T17:00:00+01:00`)
    const { body } = await book('10:00', ['hour'], 2, monday)
    const [from, until] = [new Date(`${monday}T18:05:00+01:00`), new Date(`${monday}T19:00:00+01:00`)]
    await database.sql.query('UPDATE blocks SET start_at = $2, end_at = $3 WHERE booking_id = $1', [
      body.id,
      from,
      until,
    ])
    expect(await offered()).toBe(`${monday}T16:45:00+01:00`)
    expect((await book('17:00', ['hour'], 2, monday)).status).toBe(409)
    await call('POST', `/v1/bookings/${body.id}/cancel`, { token: body.manageToken })
  })

  test('a tail yields to what comes after it in the same visit', async () => {
    const { body } = await book('10:00', ['hour', 'hour'], 2, '2027-03-15')
    expect(await blocksOf(body.id)).toEqual([
      { seat: '0', start: '15 10:00', end: '15 11:00' },
      { seat: '1', start: '15 10:00', end: '15 11:00' },
      { seat: '0', start: '15 11:00', end: '15 12:10' },
      { seat: '1', start: '15 11:00', end: '15 12:10' },
    ])
    const withRest = await book('13:00', ['with-rest', 'hour'], 1, '2027-03-15')
    expect(await blocksOf(withRest.body.id)).toEqual([
      { seat: '0', start: '15 13:00', end: '15 14:30' },
      { seat: '0', start: '15 14:30', end: '15 15:40' },
    ])
    expect(await audit(database.sql)).toEqual([])
  })
})
