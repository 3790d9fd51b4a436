import type { Sql } from './database.js'

/**
 * Removes answers of a site that are no longer kept, a few at a time. What somebody else is at is left to them, so that
 * nobody waits.
 *
 * @param key goes first, to make room for a new answer
 */
export const deleteOldAnswers = (tx: Sql, siteId: string, key: string, keptSince: Date): Promise<unknown> =>
  tx.query(
    `DELETE FROM idempotent_answers WHERE (site_id, caller, operation, key) IN (
       SELECT site_id, caller, operation, key FROM idempotent_answers
       WHERE site_id = $1 AND created_at <= $3
       ORDER BY key <> $2, created_at LIMIT 20 FOR UPDATE SKIP LOCKED)`,
    [siteId, key, keptSince],
  )
