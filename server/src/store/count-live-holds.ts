import type { Sql } from './database.js'

/**
 * How many times are held at the moment, at all sites.
 *
 * @param offsetMs how far the clock was put forward on purpose
 */
export async function countLiveHolds(sql: Sql, offsetMs: number): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*) AS count FROM bookings
      WHERE state = 'held' AND hold_expires_at > (SELECT clock_timestamp() + $1::float8 * interval '1 millisecond')`,
    [offsetMs],
  )
  return row?.count ?? 0
}
