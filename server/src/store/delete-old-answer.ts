import type { Sql } from './database.js'
import type { AnswerKey } from './read-answer.js'

/** Makes room for a new answer where the key has one that is no longer given, and that the sweep has not come to. */
export const deleteOldAnswer = (
  tx: Sql,
  { siteId, caller, operation, key }: AnswerKey,
  keptSince: Date,
): Promise<unknown> =>
  tx.query(
    `DELETE FROM idempotent_answers
     WHERE site_id = $1 AND caller = $2 AND operation = $3 AND key = $4 AND created_at <= $5`,
    [siteId, caller, operation, key, keptSince],
  )
