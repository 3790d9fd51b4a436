import { afterAll, describe, expect, test, vi } from 'vitest'
import { guest, salon } from '../salon.ts'
import { DAY, NOW, serveSalon } from '../salon-server.ts'
import { spa } from '../spa.ts'
import { openTwice } from './two-pools.ts'

describe('PostgreSQL, while somebody else is booking', async () => {
  const { database, other, close } = await openTwice()
  afterAll(close)
  const { call, site } = await serveSalon(database, salon)
  const items = [{ serviceId: 'cut' }]
  const start = `${DAY}T10:00:00+01:00`

  /** Until somebody waits for a lock that the transaction holds. */
  const somebodyWaits = () =>
    vi.waitFor(async () => {
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
      // Outside the transaction: inside it the answer would stay what it was at first.
      expect(await other.sql.query(waiting)).toHaveLength(1)
    }, 10_000)

  test('a booking that had to wait sees what was booked meanwhile, at its first attempt', async () => {
    const first = await call('POST', '/v1/bookings', { body: { start: `${DAY}T16:00:00+01:00`, items, client: guest } })
    const attempts = vi.spyOn(database, 'transaction')
    let answer: ReturnType<typeof call> | undefined
    await other.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM resources WHERE id = $1 FOR NO KEY UPDATE', [site.resourceId('ada')])
      answer = call('POST', '/v1/bookings', {
        body: { start, items, client: guest, shown: [{ resourceId: site.resourceId('ada'), start }] },
      })
      await somebodyWaits()
      await tx.query('UPDATE blocks SET start_at = $2, end_at = $3 WHERE booking_id = $1', [
        first.body.id,
        new Date(start),
        new Date(`${DAY}T11:00:00+01:00`),
      ])
    })
    expect(await answer).toMatchObject({ status: 201, body: { changed: true, items: [{ resourceName: 'Ben' }] } })
    expect(attempts).toHaveBeenCalledTimes(1)
    attempts.mockRestore()
  })

  test('so does one that had to wait for a room alone: it takes another', async () => {
    const house = await serveSalon(database, spa)
    const book = (time: string, resourceId: string) =>
      house.call('POST', '/v1/bookings', {
        body: { start: `${DAY}T${time}:00+01:00`, items: [{ serviceId: 'massage', resourceId }], client: guest },
      })
    const first = await book('16:00', 'noa')
    expect(first.body.items[0].neededNames).toEqual(['Room 1'])
    let answer: ReturnType<typeof call> | undefined
    await other.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM resources WHERE id = $1 FOR NO KEY UPDATE', [house.site.resourceId('room-1')])
      answer = book('10:00', 'mia')
      await somebodyWaits()
      await tx.query('UPDATE blocks SET start_at = $2, end_at = $3 WHERE booking_id = $1', [
        first.body.id,
        new Date(start),
        new Date(`${DAY}T11:00:00+01:00`),
      ])
    })
    expect(await answer).toMatchObject({ status: 201, body: { items: [{ neededNames: ['Room 2'] }] } })
  })

  test('a cancellation that had to wait sees that the booking is cancelled already', async () => {
    const { id, manageToken } = (
      await call('POST', '/v1/bookings', { body: { start: `${DAY}T14:00:00+01:00`, items, client: guest } })
    ).body
    let answer: ReturnType<typeof call> | undefined
    await other.transaction(async (tx) => {
      await tx.query(`UPDATE bookings SET state = 'cancelled', cancelled_at = $2 WHERE id = $1`, [id, NOW])
      answer = call('POST', `/v1/bookings/${id}/cancel`, { token: manageToken })
      await somebodyWaits()
    })
    expect(await answer).toMatchObject({ status: 409, body: { code: 'invalid-transition' } })
  })
})
