import { afterAll, describe, expect, test } from 'vitest'
import { engines } from '../engines.ts'
import { guest, salon } from '../salon.ts'
import { DAY, NOW, serveSalon } from '../salon-server.ts'

const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { call, clock, site } = await serveSalon(database, salon)
  const visit = (time: string, more: object = {}) => ({
    start: `${DAY}T${time}:00+01:00`,
    items: [{ serviceId: 'cut', resourceId: 'ada' }],
    client: guest,
    ...more,
  })
  const book = (body: object, key: string, query: Record<string, string> = {}) =>
    call('POST', '/v1/bookings', { body, key, query })
  const bookings = async () =>
    (await database.sql.query<{ n: number }>('SELECT count(*)::int AS n FROM bookings'))[0]?.n

  test('the same key and request get the same answer and one booking', async () => {
    const first = await book(visit('09:00', { metadata: { a: 1, b: 2 } }), 'same')
    const before = await bookings()
    const again = await book({ metadata: { b: 2, a: 1 }, ...visit('09:00') }, 'same')
    expect(first.status).toBe(201)
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(again.body.manageToken).toMatch(/^[\w-]{43}$/)
    expect(await bookings()).toBe(before)
  })

  test('the token is not stored', async () => {
    const { body } = await book(visit('10:00'), 'token')
    const [row] = await database.sql.query<{ answer: object }>(
      'SELECT answer FROM idempotent_answers WHERE site_id = $1 AND key = $2',
      [site.id, 'token'],
    )
    expect(row?.answer).toMatchObject({ id: body.id })
    expect(JSON.stringify(row)).not.toContain(body.manageToken)
  })

  test('the zone of the answer is no part of the request', async () => {
    const first = await book(visit('11:00'), 'zone')
    const again = await book(visit('11:00'), 'zone', { timeZone: 'UTC' })
    expect(again.body.id).toBe(first.body.id)
    expect(again.body.start).toBe(`${DAY}T10:00:00+00:00`)
  })

  test('the same key with another request is 422 and books nothing', async () => {
    await book(visit('12:00'), 'reused')
    const before = await bookings()
    const { status, body } = await book(visit('13:00'), 'reused')
    expect(status).toBe(422)
    expect(body.code).toBe('idempotency-key-reused')
    expect(await bookings()).toBe(before)
  })

  test('the same key of another caller is another key', async () => {
    const other = await serveSalon(database, salon)
    const first = await book(visit('14:00'), 'shared')
    const theirs = await other.call('POST', '/v1/bookings', { body: visit('14:00'), key: 'shared' })
    expect(theirs.status).toBe(201)
    expect(theirs.body.id).not.toBe(first.body.id)
  })

  test('the same key for another operation is another key', async () => {
    const { body } = await book(visit('15:00'), 'two-operations')
    const cancelled = await call('POST', `/v1/bookings/${body.id}/cancel`, {
      token: body.manageToken,
      key: 'two-operations',
    })
    expect(cancelled.status).toBe(200)
  })

  test('a refusal is not kept: the same request may succeed later', async () => {
    const { body } = await book(visit('16:00'), 'blocker')
    expect((await book(visit('16:00'), 'patient')).status).toBe(409)
    await call('POST', `/v1/bookings/${body.id}/cancel`, { token: body.manageToken })
    expect((await book(visit('16:00'), 'patient')).status).toBe(201)
  })

  test('a retry gets its answer also when the start has come too near meanwhile', async () => {
    const today = (time: string) => visit(time, { start: `2027-02-01T${time}:00+01:00` })
    const first = await book(today('17:00'), 'late')
    clock.set('2027-02-01T17:30:00+01:00')
    expect((await book(today('17:00'), 'late')).body).toEqual(first.body)
    expect((await book(today('17:00'), 'new')).status).toBe(422)
    expect((await book(today('16:45'), 'late')).body.code).toBe('idempotency-key-reused')
    clock.set(NOW)
  })

  test('an answer is kept for 24 hours and then forgotten', async () => {
    const body = { ...visit('09:00'), start: '2027-03-17T09:00:00+01:00' }
    const first = await book(body, 'kept')
    clock.set(later(23.9))
    expect((await book(body, 'kept')).body.id).toBe(first.body.id)
    clock.set(later(24.1))
    expect((await book(body, 'kept')).status).toBe(409)
    const other = await book({ ...body, start: '2027-03-17T10:00:00+01:00' }, 'kept')
    expect(other.status).toBe(201)
    const rows = await database.sql.query(
      `SELECT booking_id AS "bookingId" FROM idempotent_answers WHERE site_id = $1 AND key = 'kept'`,
      [site.id],
    )
    expect(rows).toEqual([{ bookingId: other.body.id }])
    clock.set(NOW)
  })
})
