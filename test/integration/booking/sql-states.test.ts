import { afterAll, describe, expect, test } from 'vitest'
import type { PersistChain } from '../../../server/src/booking/persist-chain.js'
import type { Database, Sql } from '../../../server/src/store/database.js'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'
import { audit } from './audit.ts'
import { openTwice } from './two-pools.ts'

const at = (time: string) => `${DAY}T${time}:00+01:00`

/** What the database may answer in the middle of a booking, raised by the database itself. */
describe('PostgreSQL, in the middle of a booking', async () => {
  const { database, other, close } = await openTwice()
  let attempts = 0
  let interfere: (tx: Sql) => Promise<unknown> = async () => {}
  const persistChain: PersistChain = async (_chain, _context, tx) => {
    attempts += 1
    await interfere(tx)
  }
  const { call, site } = await serveSalon(database, salon, { persistChain })
  afterAll(async () => {
    expect(await audit(database.sql)).toEqual([])
    await close()
  })
  const book = (time: string) =>
    call('POST', '/v1/bookings', {
      body: { start: at(time), items: [{ serviceId: 'cut', resourceId: 'ada' }], client: guest },
    })
  const raise = (state: string) => (tx: Sql) =>
    tx.query(`DO $$ BEGIN RAISE EXCEPTION 'as told' USING ERRCODE = '${state}'; END $$`)
  const bookedAt = (time: string) =>
    database.sql.query('SELECT 1 FROM bookings WHERE start_at = $1', [new Date(at(time))])

  test.each([
    ['40P01', 'deadlock'],
    ['40001', 'serialisation failure'],
    ['55P03', 'lock that did not come'],
  ])('%s, a %s, is tried again, and then is no failure', async (state) => {
    attempts = 0
    interfere = (tx) => (attempts === 1 ? raise(state)(tx) : Promise.resolve())
    const time = { '40P01': '09:00', '40001': '10:00' }[state] ?? '11:00'
    expect((await book(time)).status).toBe(201)
    expect(attempts).toBe(2)
    expect(await bookedAt(time)).toHaveLength(1)
  })

  test('one that does not end is 503, to be tried later, and nothing is booked', async () => {
    attempts = 0
    interfere = raise('40P01')
    const { status, headers, body } = await book('12:00')
    expect({ status, code: body.code, retry: headers['retry-after'] }).toEqual({
      status: 503,
      code: 'unavailable',
      retry: '1',
    })
    expect(attempts).toBe(4)
    expect(await bookedAt('12:00')).toEqual([])
  })

  test.each([
    ['57P01', 'shutdown'],
    ['53300', 'lack of connections'],
  ])('%s, a %s, is 503 at once', async (state) => {
    attempts = 0
    interfere = raise(state)
    expect(await book('12:00')).toMatchObject({ status: 503, body: { code: 'unavailable' } })
    expect(attempts).toBe(1)
  })

  test.each(['23503', '23514'])('%s is a fault of ours: 500, told in the log, never tried again', async (state) => {
    attempts = 0
    interfere = raise(state)
    expect(await book('12:00')).toMatchObject({ status: 500, body: { code: 'internal' } })
    expect(attempts).toBe(1)
    expect(await bookedAt('12:00')).toEqual([])
  })

  test('a real deadlock with somebody who locks in another order ends with a booking', async () => {
    const ben = site.resourceId('ben')
    const met = Promise.withResolvers<void>()
    const held = Promise.withResolvers<void>()
    attempts = 0
    // The booking has Ada and wants Ben; the other has Ben and wants Ada.
    interfere = async (tx) => {
      if (attempts > 1) return
      held.resolve()
      await met.promise
      await lock(tx, ben)
    }
    const opposite = other.transaction(async (tx) => {
      await lock(tx, ben)
      await held.promise
      met.resolve()
      await lock(tx, site.resourceId('ada'))
    })
    const [booked] = await Promise.all([book('14:00'), opposite.catch(() => {})])
    expect(booked.status).toBe(201)
  })

  test('what a host asks is not kept by the connection, unlike what the server asks', async () => {
    const prepared = (tx: Sql, text: string) =>
      tx.query('SELECT name FROM pg_prepared_statements WHERE statement LIKE $1', [text])
    let kept: unknown[][] = []
    interfere = async (tx) => {
      await Promise.all([1, 2, 3].map((n) => tx.query(`SELECT $1::int + ${n} AS asked_by_the_host`, [n])))
      kept = [await prepared(tx, '%asked_by_the_host%'), await prepared(tx, '%FROM resources%FOR NO KEY UPDATE')]
    }
    expect((await book('16:00')).status).toBe(201)
    expect(kept[0]).toEqual([])
    expect(kept[1]).not.toEqual([])
  })

  const lock = (tx: Sql, id: string) => tx.query('SELECT 1 FROM resources WHERE id = $1 FOR NO KEY UPDATE', [id])
})

test('a booking takes two round trips', async () => {
  const { database, close } = await openTwice()
  const counted = countRoundTrips(database)
  const { call } = await serveSalon(counted.database, salon)
  const body = { start: at('09:00'), items: [{ serviceId: 'cut', resourceId: 'ada' }], client: guest }
  expect((await call('POST', '/v1/bookings', { body, key: 'round-trips' })).status).toBe(201)
  // One to lock and to read, BEGIN with it; one to write, COMMIT with it.
  expect(counted.roundTrips()).toEqual([2])
  await close()
})

/** Counts how often a transaction waits for answers before it sends more: what is sent in one go is one trip. */
function countRoundTrips(database: Database) {
  const trips: number[] = []
  const transaction: Database['transaction'] = (work) =>
    database.transaction(async (tx) => {
      let inFlight = 0
      let count = 0
      const query: Sql['query'] = async (text, params) => {
        if (inFlight === 0) count += 1
        inFlight += 1
        return tx.query<never>(text, params).finally(() => {
          inFlight -= 1
        })
      }
      const result = await work({ ...tx, query })
      // COMMIT is sent now: alone, or with what is still on its way.
      trips.push(inFlight === 0 ? count + 1 : count)
      return result
    })
  return { database: { ...database, transaction }, roundTrips: () => trips }
}
