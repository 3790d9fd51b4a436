import type { Sql } from './database.js'

/** Removes a hold with all that belongs to it. It and its resources are locked; a booking stays. */
export const deleteHold = (tx: Sql, siteId: string, holdId: string): Promise<unknown> =>
  tx.query(`DELETE FROM bookings WHERE site_id = $1 AND id = $2 AND state = 'held'`, [siteId, holdId])

/**
 * Finds holds of all sites that ran out some time ago, and locks their rows; what somebody else is at is left to them.
 *
 * @param keptMs how long they are kept after that, in milliseconds
 * @param most at most so many
 */
export const lockExpiredHolds = (
  tx: Sql,
  { keptMs, offsetMs, most }: { keptMs: number; offsetMs: number; most: number },
): Promise<{ siteId: string; id: string }[]> =>
  // Site by site, since the site comes first in the index that they are found by.
  tx.query(
    `SELECT b.site_id AS "siteId", b.id FROM sites s CROSS JOIN LATERAL (
       SELECT site_id, id FROM bookings
        WHERE site_id = s.id AND state = 'held'
          AND hold_expires_at <= (SELECT clock_timestamp() + ($1::float8 - $2::float8) * interval '1 millisecond')
        ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED
     ) b LIMIT $3`,
    [offsetMs, keptMs, most],
  )
