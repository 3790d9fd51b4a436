import { bookingDetails } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call } = await serveSalon(database, salon)
  const neighbour = await serveSalon(database, salon)
  const bookAt = async (time: string, more: object = {}) =>
    (
      await call('POST', '/v1/bookings', {
        body: { start: `${DAY}T${time}:00+01:00`, items: [{ serviceId: 'cut' }], client: guest, ...more },
      })
    ).body as { id: string; manageToken: string }
  const booking = await bookAt('09:00', { note: 'Second floor?', metadata: { visits: 3, vip: null } })
  const other = await bookAt('10:00')

  test('the holder of the token reads everything about the booking', async () => {
    const { status, body } = await call('GET', `/v1/bookings/${booking.id}`, { token: booking.manageToken })
    expect(status).toBe(200)
    expect(bookingDetails.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      id: booking.id,
      state: 'confirmed',
      client: { name: 'Guest 1', email: 'guest1@example.test', phone: null },
      note: 'Second floor?',
      metadata: { visits: 3, vip: null },
      createdAt: '2027-02-01T13:00:00+01:00',
      cancelledAt: null,
      cancelUntil: `${DAY}T09:00:00+01:00`,
    })
  })

  test('an id in capitals is the same id', async () => {
    const path = `/v1/bookings/${booking.id.toUpperCase()}`
    expect((await call('GET', path, { token: booking.manageToken })).status).toBe(200)
  })

  test('without a token it is 401', async () => {
    for (const token of [undefined, '']) {
      const { status, headers, body } = await call('GET', `/v1/bookings/${booking.id}`, token === '' ? { token } : {})
      expect(status).toBe(401)
      expect(body.code).toBe('unauthorized')
      expect(headers['www-authenticate']).toContain('Bearer')
    }
  })

  test('a wrong token, a foreign one, an unknown booking and another site are the same 404', async () => {
    const answers = [
      await call('GET', `/v1/bookings/${booking.id}`, { token: 'wrong' }),
      await call('GET', `/v1/bookings/${booking.id}`, { token: other.manageToken }),
      await call('GET', '/v1/bookings/0197a370-0000-7000-8000-000000000000', { token: booking.manageToken }),
      await neighbour.call('GET', `/v1/bookings/${booking.id}`, { token: booking.manageToken }),
      await call('POST', `/v1/bookings/${booking.id}/cancel`, { token: other.manageToken }),
    ]
    const seen = answers.map(({ status, body }) => ({ status, ...body, requestId: '' }))
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(seen[0]).toMatchObject({ status: 404, code: 'not-found', detail: 'There is no such booking.' })
  })

  test('an id that is none is 422', async () => {
    const { status, body } = await call('GET', '/v1/bookings/7', { token: booking.manageToken })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ path: 'bookingId' }])
  })

  test('raising the generation revokes the token', async () => {
    const { id, manageToken } = await bookAt('11:00')
    await database.sql.query('UPDATE bookings SET token_generation = token_generation + 1 WHERE id = $1', [id])
    expect((await call('GET', `/v1/bookings/${id}`, { token: manageToken })).status).toBe(404)
  })
})
