import { afterAll, describe, expect, test } from 'vitest'
import { forgetOldAnswers } from '../../server/src/booking/forget-old-answers.js'
import { insertSite } from '../../server/src/store/insert-site.js'
import { newId } from '../../server/src/store/new-id.js'
import { engines } from './engines.ts'

const now = new Date('2027-03-16T12:00:00Z')
const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS)

describe.each(engines)('$engine', async ({ open }) => {
  const database = await open()
  afterAll(() => database.close())
  const { sql } = database
  const deps = { database, clock: { now: () => now } }

  /** A site with a booking and as many answers as there are times. */
  async function siteWithAnswers(publishableKey: string, times: Date[]): Promise<string> {
    const empty = { name: 'Salon', timeZone: 'UTC', categories: [], resources: [] }
    const { id } = await insertSite(database, { ...empty, publishableKey })
    const [client, booking] = [newId(now), newId(now)]
    await sql.query(`INSERT INTO clients (site_id, id, name, created_at) VALUES ($1, $2, 'Guest 1', $3)`, [
      id,
      client,
      now,
    ])
    await sql.query(
      `INSERT INTO bookings (site_id, id, client_id, state, start_at, end_at, party_size, price_minor, currency,
                             consents, metadata, question, revision, token_generation, created_at, updated_at)
       VALUES ($1, $2, $3, 'confirmed', '2027-03-20T10:00Z', '2027-03-20T11:00Z', 1, 0, 'EUR', '{}', '{}',
               '{"items": []}', 1, 1, $4, $4)`,
      [id, booking, client, now],
    )
    await sql.query(
      `INSERT INTO idempotent_answers (site_id, caller, operation, key, body_hash, booking_id, answer, created_at)
       SELECT $1, 'caller', 'createBooking', 'key ' || n, repeat('a', 64), $2, '{}', at
         FROM unnest($3::timestamptz[]) WITH ORDINALITY AS given (at, n)`,
      [id, booking, times],
    )
    return id
  }

  const kept = (siteId: string) =>
    sql.query('SELECT key FROM idempotent_answers WHERE site_id = $1 ORDER BY key', [siteId])

  test('answers are kept for 24 hours, those of every site', async () => {
    const one = await siteWithAnswers('pk_one', [hoursAgo(0), hoursAgo(23.9), hoursAgo(24), hoursAgo(1000)])
    const other = await siteWithAnswers('pk_other', [hoursAgo(25)])
    expect(await forgetOldAnswers(deps)).toBe(3)
    expect(await kept(one)).toEqual([{ key: 'key 1' }, { key: 'key 2' }])
    expect(await kept(other)).toEqual([])
    expect(await forgetOldAnswers(deps)).toBe(0)
  })

  test('also those of weeks, without a booking going with them', async () => {
    const many = await siteWithAnswers(
      'pk_many',
      Array.from({ length: 2500 }, (_, index) => hoursAgo(25 + index)),
    )
    expect(await forgetOldAnswers(deps)).toBe(2500)
    expect(await kept(many)).toEqual([])
    expect(await sql.query('SELECT count(*) AS count FROM bookings WHERE site_id = $1', [many])).toEqual([{ count: 1 }])
  })
})
