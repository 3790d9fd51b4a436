import { bookingDetails } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, NOW, serveSalon } from '../salon-server.ts'

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, clock } = await serveSalon(database, { ...salon, cancelNoticeMinutes: 120 })
  const bookAt = async (time: string, serviceId = 'cut') => {
    const body = { start: `${DAY}T${time}:00+01:00`, items: [{ serviceId }], client: guest }
    const answer = await call('POST', '/v1/bookings', { body })
    expect(answer.status).toBe(201)
    return answer.body as { id: string; manageToken: string; cancelUntil: string }
  }
  const cancel = (id: string, token: string, key?: string) =>
    call('POST', `/v1/bookings/${id}/cancel`, { token, ...(key && { key }) })

  test('a cancelled booking says so, frees its time and keeps its appointments', async () => {
    const { id, manageToken } = await bookAt('09:00')
    const { status, body } = await cancel(id, manageToken)
    expect(status).toBe(200)
    expect(bookingDetails.parse(body)).toEqual(body)
    expect(body).toMatchObject({
      id,
      state: 'cancelled',
      cancelUntil: null,
      cancelledAt: '2027-02-01T13:00:00+01:00',
      items: [{ serviceName: 'Cut' }],
    })
    expect(await database.sql.query('SELECT 1 FROM blocks WHERE booking_id = $1', [id])).toEqual([])
    expect((await call('GET', `/v1/bookings/${id}`, { token: manageToken })).body).toEqual(body)
  })

  test('an empty body that calls itself JSON is none', async () => {
    const { id, manageToken } = await bookAt('10:00')
    const headers = { 'content-type': 'application/json' }
    const answer = await call('POST', `/v1/bookings/${id}/cancel`, { token: manageToken, headers, body: '' })
    expect(answer.status).toBe(200)
  })

  test('until the notice begins it may be cancelled, to the minute', async () => {
    const early = await bookAt('11:00')
    const late = await bookAt('12:00')
    expect(late.cancelUntil).toBe(`${DAY}T10:00:00+01:00`)
    clock.set(`${DAY}T10:00:00+01:00`)
    expect((await cancel(late.id, late.manageToken)).status).toBe(200)
    const { status, body } = await cancel(early.id, early.manageToken)
    expect(status).toBe(409)
    expect(body.code).toBe('too-late')
    const details = await call('GET', `/v1/bookings/${early.id}`, { token: early.manageToken })
    expect(details.body).toMatchObject({ state: 'confirmed', cancelUntil: null })
    clock.set(NOW)
  })

  test('what may not be cancelled any more may not be moved away either, where the site says no more', async () => {
    const { id, manageToken: token } = await bookAt('15:00')
    clock.set(`${DAY}T13:01:00+01:00`)
    const body = { start: '2027-03-17T15:00:00+01:00' }
    expect((await call('POST', `/v1/bookings/${id}/reschedule`, { token, body })).body.code).toBe('too-late')
    expect((await call('GET', `/v1/bookings/${id}`, { token })).body).toMatchObject({ moveUntil: null, actions: [] })
    clock.set(NOW)
  })

  test('a booking is cancelled once', async () => {
    const { id, manageToken } = await bookAt('13:00')
    await cancel(id, manageToken)
    const { status, body } = await cancel(id, manageToken)
    expect(status).toBe(409)
    expect(body.code).toBe('invalid-transition')
  })

  test('of twenty at once one wins', async () => {
    const { id, manageToken } = await bookAt('14:00')
    const answers = await Promise.all(Array.from({ length: 20 }, () => cancel(id, manageToken)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
  })

  test('of twenty at once with one key all get its answer', async () => {
    const { id, manageToken } = await bookAt('15:00')
    const answers = await Promise.all(Array.from({ length: 20 }, () => cancel(id, manageToken, 'cancel-once')))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  test('a key that cancelled one booking cancels no other', async () => {
    const one = await bookAt('09:00', 'nails')
    const other = await bookAt('10:00', 'nails')
    expect((await cancel(one.id, one.manageToken, 'twice')).status).toBe(200)
    expect((await cancel(other.id, other.manageToken, 'twice')).body.code).toBe('idempotency-key-reused')
    // Whose token does not open the booking learns nothing of keys either.
    expect((await cancel(other.id, one.manageToken, 'twice')).status).toBe(404)
  })
})
