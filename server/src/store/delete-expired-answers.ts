import type { Sql } from './database.js'

/**
 * Removes stored answers of all sites that were kept until now.
 *
 * @param most at most so many; what somebody else is at is left to them
 * @returns how many it removed
 */
export async function deleteExpiredAnswers(sql: Sql, keptSince: Date, most: number): Promise<number> {
  // Site by site, since the site comes first in the index that it is found by.
  const removed = await sql.query(
    `DELETE FROM idempotent_answers a USING (
       SELECT o.site_id, o.caller, o.operation, o.key
         FROM sites s
         CROSS JOIN LATERAL (
           SELECT site_id, caller, operation, key FROM idempotent_answers
            WHERE site_id = s.id AND created_at <= $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED
         ) o
        LIMIT $2
     ) old
     WHERE (a.site_id, a.caller, a.operation, a.key) = (old.site_id, old.caller, old.operation, old.key)
     RETURNING 1`,
    [keptSince, most],
  )
  return removed.length
}
