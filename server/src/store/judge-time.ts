import type { Sql } from './database.js'

/** What time it was when `judgeTime` asked, for later statements of the same transaction. */
export const JUDGED_TIME = "current_setting('codex_booking.judged_at')::timestamptz"

/**
 * Asks the database's clock once, for the rest of the transaction: whether a hold still lives must not be judged twice
 * with two answers. Sent after the locks, since waiting for them takes time that `now()` knows nothing of.
 *
 * @param offsetMs how far the clock was put forward on purpose
 */
export async function judgeTime(tx: Sql, offsetMs: number): Promise<Date> {
  const [row] = await tx.query<{ ms: number }>(
    `SELECT extract(epoch FROM set_config('codex_booking.judged_at',
       date_trunc('milliseconds', clock_timestamp() + $1::float8 * interval '1 millisecond')::text, true)::timestamptz
     )::float8 * 1000 AS ms`,
    [offsetMs],
  )
  return new Date(row?.ms ?? Number.NaN)
}
