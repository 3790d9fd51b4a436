import type { Sql } from './database.js'
import type { AnswerKey, StoredAnswer } from './read-answer.js'

/**
 * Keeps an answer, to give it again.
 *
 * @throws SQLSTATE 23505 where another request took the key meanwhile, 55P03 where it is about to
 */
export const insertAnswer = (
  tx: Sql,
  { siteId, caller, operation, key }: AnswerKey,
  { bodyHash, answer, touched }: StoredAnswer,
  bookingId: string,
  now: Date,
): Promise<unknown> =>
  tx.query(
    `INSERT INTO idempotent_answers (site_id, caller, operation, key, body_hash, booking_id, answer, touched, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::jsonb, $9)`,
    [siteId, caller, operation, key, bodyHash, bookingId, JSON.stringify(answer), JSON.stringify(touched), now],
  )
