import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import type { BookingDeps } from '../../server/src/booking/deps.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { createDatabase } from '../services/database.ts'
import { DEATH_POINTS } from '../storm/death-points.ts'
import { house } from '../storm/houses.ts'
import { stageStorm } from '../storm/stage.ts'
import { judge, storm } from '../storm/storm.ts'
import { openStormDatabase } from '../storm/storm-database.ts'
import { newTally, type Tally } from '../storm/tally.ts'
import { serveSalon } from './salon-server.ts'

const ATTEMPTS = 1_000
/** As many as are needed, and more than ever should be. */
const MOST_KILLS = 12
/** Of PostgreSQL once, of Redis in both ways. */
const OUTAGES = 3

test('two processes that are killed again and again, PostgreSQL and Redis that go and come back: nothing is sold twice, nothing is lost', {
  timeout: 300_000,
}, async () => {
  const missing = (tally: Tally) => DEATH_POINTS.filter((point) => tally.of(`kill: ${point}`) === 0)
  const isEnough = (tally: Tally) =>
    tally.sum('attempt: ') >= ATTEMPTS &&
    tally.sum('outage: ') >= OUTAGES &&
    (missing(tally).length === 0 || tally.sum('kill: ') >= MOST_KILLS)
  const { findings, tally, ledger } = await stageStorm({
    seed: 20_261_126,
    seconds: 20,
    visitors: 24,
    processes: 2,
    days: 7,
    outageEveryMs: 4_000,
    isEnough,
  })
  expect(findings).toEqual([])
  expect(ledger.bookings.size).toBeGreaterThan(100)
  // There was a storm: of everything something was done, people got in each other's way, and servers died under them.
  for (const name of ['book', 'hold', 'hold instead', 'extend', 'book a hold', 'release', 'cancel', 'reschedule']) {
    expect(tally.of(`done: ${name}`), name).toBeGreaterThan(0)
  }
  for (const name of ['propose', 'confirm']) expect(tally.of(`done: ${name}`), name).toBeGreaterThan(0)
  for (const code of ['slot-taken (fully-booked)', 'invalid-transition', 'hold-expired']) {
    expect(tally.sum(`409: ${code}`), code).toBeGreaterThan(0)
  }
  expect(missing(tally), 'points at which no server died').toEqual([])
  expect(tally.of('retry: no answer')).toBeGreaterThan(0)
  expect(tally.of('replays')).toBeGreaterThan(0)
})

describe('the audit of a storm', () => {
  /** A short one on a server in this process. */
  async function stormOn({ reCheck, constraint }: { reCheck?: BookingDeps['reCheck']; constraint: boolean }) {
    const { url, drop } = await createDatabase()
    const database = await openDatabase({ databaseUrl: url })
    if (!constraint) await database.sql.query('ALTER TABLE blocks DROP CONSTRAINT blocks_no_overlap')
    const { site, app } = await serveSalon(database, house('audited', true), { now: new Date(), reCheck })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    const own = openStormDatabase(url)
    afterAll(async () => {
      await app.close()
      await own.close()
      await database.close()
      await drop()
    })
    const tally = newTally()
    const enough = new AbortController()
    const count: Tally = {
      ...tally,
      count: (name, by) => {
        tally.count(name, by)
        if (tally.sum('attempt: ') >= 250) enough.abort()
      },
    }
    const stormed = await storm(
      {
        seed: 7,
        visitors: 8,
        days: 2,
        houses: [site],
        addresses: () => [address],
        signal: enough.signal,
        tally: count,
      },
      own,
    )
    return { database, findings: (look = own.look) => judge(stormed, { ...own, look }) }
  }

  test('finds with both walls down that seats were sold twice', async () => {
    const { findings } = await stormOn({
      reCheck: async () => ({ blocks: [], expiredHolds: [] }),
      constraint: false,
    })
    const found = (await findings()).join('\n')
    expect(found).toMatch(/\d+ pairs of blocks overlap on a seat/)
    expect(found).toMatch(/\d+ times at which more is taken of something than there is of it/)
  })

  describe('of a sound storm finds nothing, and each thing that goes wrong after it', async () => {
    const { database, findings } = await stormOn({ constraint: true })
    /** What is found where something in the database is not as it was left; it is so again afterwards. */
    async function findingsAfter(statement: string): Promise<string> {
      let found: string[] = []
      const undone = new Error('undone')
      const broken = database.transaction(async (tx) => {
        await tx.query(statement)
        found = await findings((work) => work(tx))
        throw undone
      })
      await expect(broken).rejects.toBe(undone)
      return found.join('\n')
    }
    const one = `(SELECT id FROM bookings WHERE state = 'confirmed' ORDER BY id LIMIT 1)`

    test('nothing', async () => {
      expect(await findings()).toEqual([])
    })
    test.each([
      ['a booking that its client was told of is gone', `DELETE FROM bookings WHERE id = ${one}`, 'there is none'],
      ['it was moved', `UPDATE bookings SET start_at = start_at - interval '1 hour' WHERE id = ${one}`, 'but it is'],
      ['an appointment is missing', `DELETE FROM appointments WHERE position = 0 AND booking_id = ${one}`, 'lack an'],
      ['a block is missing', `DELETE FROM blocks WHERE booking_id = ${one}`, 'are not what it takes'],
      [
        'a client was told of another booking',
        `UPDATE bookings SET metadata = '{"key": "other"}' WHERE id = ${one}`,
        'was never told of it',
      ],
      ['an answer was not kept', `DELETE FROM idempotent_answers WHERE booking_id = ${one}`, 'has answers of: '],
    ])('%s', async (_, statement, sentence) => {
      expect(await findingsAfter(statement)).toContain(sentence)
    })
  })
})
