import pg from 'pg'
import type { Asked } from '../integration/booking/coverage.ts'

/** The storm's own way to the database, past the servers. */
export interface StormDatabase {
  /** Lets some holds run out before their time, and calls `willExpire` with them before anybody can see it. */
  expireHolds(most: number, willExpire: (id: string) => void): Promise<void>
  /** Looks at everything as it is at one moment. */
  look<Result>(work: (sql: Asked) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export function openStormDatabase(url: string): StormDatabase {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  // The database goes away and comes back: the statement that meets that says so.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  async function inTransaction<Result>(begin: string, work: (sql: Asked) => Promise<Result>): Promise<Result> {
    const client = await pool.connect()
    let isBroken = true
    try {
      await client.query(begin)
      const result = await work({
        query: async (text, params) => (await client.query(text, params && [...params])).rows,
      })
      await client.query('COMMIT')
      isBroken = false
      return result
    } finally {
      client.release(isBroken)
    }
  }
  return {
    expireHolds: (most, willExpire) =>
      inTransaction('BEGIN', async (sql) => {
        const held = await sql.query<{ id: string }>(
          `SELECT id FROM bookings WHERE state = 'held' AND hold_expires_at > clock_timestamp()
            ORDER BY md5(id::text) LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED`,
          [most],
        )
        const ids = held.map(({ id }) => id)
        for (const id of ids) willExpire(id)
        await sql.query('UPDATE bookings SET hold_expires_at = now() WHERE id = ANY($1::uuid[])', [ids])
        await sql.query('UPDATE blocks SET hold_expires_at = now() WHERE booking_id = ANY($1::uuid[])', [ids])
      }),
    look: (work) => inTransaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    close: () => pool.end(),
  }
}
