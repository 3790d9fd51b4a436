import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Sql } from '../../../server/src/store/database.js'
import { lockResources } from '../../../server/src/store/lock-resources.js'
import { openPostgres } from '../../../server/src/store/postgres-database.js'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { holdKey } from './hold-key.ts'
import { openTwice } from './two-pools.ts'

// As long as in production a test could not wait.
vi.mock('../../../server/src/store/limit-lock-waits.js', () => ({
  limitLockWaits: (tx: Sql) => tx.query(`SELECT set_config('lock_timeout', '30ms', true)`),
}))

describe('PostgreSQL, while somebody else holds a lock', async () => {
  const { url, database, other, close } = await openTwice()
  afterAll(close)
  const { call, site } = await serveSalon(database, salon)
  const visit = { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'cut', resourceId: 'ada' }], client: guest }
  const book = (key?: string) => call('POST', '/v1/bookings', { body: visit, ...(key && { key }) })

  test('of the people it is 503, to be tried again, and nothing is booked', async () => {
    await other.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM resources WHERE id = $1 FOR UPDATE', [site.resourceId('ada')])
      const { status, headers, body } = await book()
      expect(status).toBe(503)
      expect(body.code).toBe('unavailable')
      expect(headers['retry-after']).toBe('1')
    })
    expect(await database.sql.query('SELECT 1 FROM bookings')).toEqual([])
  })

  test('of the key it is 409 request-in-progress, and the answer once the other is through', async () => {
    const key = 'taken'
    const wait = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    const first = other.transaction(async (tx) => {
      await holdKey(tx, site.id, key)
      held.resolve()
      await wait.promise
    })
    await held.promise
    const { status, body } = await book(key)
    expect(status).toBe(409)
    expect(body.code).toBe('request-in-progress')
    wait.resolve()
    await first
    expect((await book(key)).body.code).toBe('idempotency-key-reused')
  })

  test('of the booking, cancelling it is 503', async () => {
    const { body } = await book()
    await other.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM bookings WHERE id = $1 FOR UPDATE', [body.id])
      const answer = await call('POST', `/v1/bookings/${body.id}/cancel`, { token: body.manageToken })
      expect(answer.status).toBe(503)
    })
    const answer = await call('POST', `/v1/bookings/${body.id}/cancel`, { token: body.manageToken })
    expect(answer.status).toBe(200)
  })

  test('of the only connection it is 503 as well', async () => {
    const narrow = openPostgres(url, { maxConnections: 1, connectionWaitMs: 1_500 })
    const server = await serveSalon(narrow, salon)
    await narrow.transaction(async () => {
      const { status, headers, body } = await server.call('GET', '/v1/site')
      expect(status).toBe(503)
      expect(body.code).toBe('unavailable')
      expect(headers['retry-after']).toBe('1')
    })
    expect((await server.call('GET', '/v1/site')).status).toBe(200)
    await narrow.close()
  })

  test('foreign keys of other inserts do not wait for a booking in progress', async () => {
    await other.transaction(async (tx) => {
      await lockResources(tx, site.id, [site.resourceId('ada')])
      await database.transaction(async (own) => {
        await own.query(`SELECT set_config('lock_timeout', '30ms', true)`)
        await own.query(
          `INSERT INTO days_off (site_id, id, resource_id, start_date, end_date)
           VALUES ($1, gen_random_uuid(), $2, '2027-12-24', '2027-12-24')`,
          [site.id, site.resourceId('ada')],
        )
      })
    })
  })
})
