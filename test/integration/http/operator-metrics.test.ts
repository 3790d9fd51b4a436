import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { BookingDeps } from '../../../server/src/booking/deps.js'
import { buildMetrics } from '../../../server/src/plugins/metrics/build-metrics.js'
import type { Sql } from '../../../server/src/store/database.js'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { holdKey } from '../booking/hold-key.ts'
import { openTwice } from '../booking/two-pools.ts'
import { guest, salon } from '../salon.ts'
import { DAY, NOW, type SalonOptions, type SalonServer, serveSalon } from '../salon-server.ts'

// As long as in production a test could not wait.
vi.mock('../../../server/src/store/limit-lock-waits.js', () => ({
  limitLockWaits: (tx: Sql) => tx.query(`SELECT set_config('lock_timeout', '50ms', true)`),
}))

const { url, database, other, close } = await openTwice()
afterAll(close)

const visit = { start: `${DAY}T10:00:00+01:00`, items: [{ serviceId: 'cut', resourceId: 'ada' }] }

/** Where clients may cancel until two hours before. */
const house = { ...salon, cancelNoticeMinutes: 120 }

/** A salon of its own, and its metrics as Prometheus reads them: over HTTP. */
async function serve(options?: SalonOptions, of = database) {
  const server = await serveSalon(of, house, options)
  const page = buildMetrics(server.metrics.registry)
  const url = await page.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => page.close())
  /** All of it at one moment: the value of a series, undefined where there is none. */
  const scrape = async () => {
    const lines = (await (await fetch(`${url}/metrics`)).text()).split('\n')
    return (series: string): number | undefined => {
      const line = lines.find((one) => one.startsWith(`${series} `))
      return line === undefined ? undefined : Number(line.slice(series.length + 1))
    }
  }
  const metric = async (series: string) => (await scrape())(series)
  return { ...server, scrape, metric, book: bookAt(server) }
}

const bookAt =
  ({ call }: SalonServer) =>
  (key?: string) =>
    call('POST', '/v1/bookings', { body: { ...visit, client: guest }, ...(key && { key }) })

describe('a time that is refused', () => {
  test('by the look under lock', async () => {
    const { book, metric } = await serve()
    await book()
    expect((await book()).status).toBe(409)
    expect(await metric('codex_refused_times_total{wall="re-check"}')).toBe(1)
    expect(await metric('codex_refused_times_total{wall="constraint"}')).toBeUndefined()
    expect(await metric('codex_lock_wait_seconds_count{outcome="taken"}')).toBe(2)
  })

  test('by the constraint, after the transaction was tried again', async () => {
    const agreeing: BookingDeps['reCheck'] = async () => ({ blocks: [], expiredHolds: [] })
    const { book, metric } = await serve({ reCheck: agreeing })
    await book()
    expect((await book()).status).toBe(409)
    expect(await metric('codex_refused_times_total{wall="constraint"}')).toBe(1)
    expect(await metric('codex_refused_times_total{wall="re-check"}')).toBeUndefined()
    expect(await metric('codex_transaction_retries_total{cause="overlap",sqlstate="23P01"}')).toBe(3)
  })
})

describe('locks that others hold', () => {
  test('are waited for, and how long is shown', async () => {
    const { site, book, metric } = await serve()
    let booked: ReturnType<typeof book> | undefined
    await other.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM resources WHERE id = $1 FOR UPDATE', [site.resourceId('ada')])
      booked = book()
      await vi.waitFor(async () => {
        const waiting = await other.sql.query('SELECT 1 FROM pg_locks WHERE NOT granted')
        expect(waiting.length).toBeGreaterThan(0)
      })
    })
    await booked
    const all = await metric('codex_lock_wait_seconds_count{outcome="taken"}')
    expect(all).toBe(1)
    expect(await metric('codex_lock_wait_seconds_bucket{le="0.001",outcome="taken"}')).toBe(0)
  })

  test('are given up, and the transaction begins again', async () => {
    const { site, book, metric } = await serve()
    await other.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM resources WHERE id = $1 FOR UPDATE', [site.resourceId('ada')])
      expect((await book()).status).toBe(503)
    })
    expect(await metric('codex_lock_wait_seconds_count{outcome="given-up"}')).toBe(4)
    expect(await metric('codex_transaction_retries_total{cause="lock-timeout",sqlstate="55P03"}')).toBe(3)
    expect(await metric('codex_booking_outcomes_total{operation="createBooking",result="unavailable"}')).toBe(1)
  })
})

test('what a change could not have is counted by its cause', async () => {
  const { call, clock, site, book, metric } = await serve()
  const first = (await book()).body
  await book()
  const held = (await call('POST', '/v1/holds', { body: { ...visit, start: `${DAY}T12:00:00+01:00` } })).body
  clock.set(new Date(NOW.getTime() + 6 * 60_000))
  await call('POST', `/v1/holds/${held.id}/extend`)
  await other.transaction(async (tx) => {
    await holdKey(tx, site.id, 'taken')
    await call('POST', '/v1/bookings', {
      body: { ...visit, start: `${DAY}T14:00:00+01:00`, client: guest },
      key: 'taken',
    })
  })
  clock.set(`${DAY}T09:59:00+01:00`)
  await call('POST', `/v1/bookings/${first.id}/cancel`, { token: first.manageToken })
  await call('POST', `/v1/bookings/${first.id}/cancel`, { isHouse: true })
  await call('POST', `/v1/bookings/${first.id}/cancel`, { isHouse: true })

  for (const [operation, result] of [
    ['createBooking', 'slot-taken'],
    ['extendHold', 'hold-expired'],
    ['createBooking', 'request-in-progress'],
    ['cancelBooking', 'too-late'],
    ['cancelBooking', 'invalid-transition'],
  ]) {
    const series = `codex_booking_outcomes_total{operation="${operation}",result="${result}"}`
    expect([series, await metric(series)]).toEqual([series, 1])
  }
})

test('times that are held are counted while they are', async () => {
  const { call, clock, metric } = await serve()
  const before = (await metric('codex_live_holds')) as number
  const hold = (start: string) => call('POST', '/v1/holds', { body: { ...visit, start: `${DAY}T${start}:00+01:00` } })
  const { body } = await hold('15:00')
  await hold('16:00')
  expect(await metric('codex_live_holds')).toBe(before + 2)
  await call('DELETE', `/v1/holds/${body.id}`)
  expect(await metric('codex_live_holds')).toBe(before + 1)
  clock.set(new Date(NOW.getTime() + 6 * 60_000))
  expect(await metric('codex_live_holds')).toBe(0)
})

test('connections to the database are shown, and who waits for one; then what only the database knows is left out', async () => {
  const narrow = await openDatabase({ databaseUrl: url, maxConnections: 2, connectionWaitMs: 1_500 })
  onTestFinished(() => narrow.close())
  const { scrape } = await serve({}, narrow)
  await narrow.session(async () => {
    const one = await scrape()
    expect(one('codex_database_connections{state="in-use"}')).toBeGreaterThan(0)
    expect(one('codex_database_waiting')).toBe(0)
    await narrow.session(async () => {
      const third = narrow.sql.query('SELECT 1').catch(String)
      const both = await scrape()
      expect(both('codex_database_connections{state="in-use"}')).toBe(2)
      expect(both('codex_database_waiting')).toBe(1)
      expect(both('codex_live_holds')).toBeUndefined()
      expect(await third).toContain('timeout')
    })
  })
  expect((await scrape())('codex_live_holds')).toBeGreaterThanOrEqual(0)
})
