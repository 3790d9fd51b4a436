import type { Sql } from './database.js'
import type { TouchedBlock } from './touched-blocks.js'

/** Names a request: a caller's key, for one operation of a site. */
export interface AnswerKey {
  readonly siteId: string
  /** Hash of the key that the caller shows. */
  readonly caller: string
  readonly operation: string
  /** As the caller chose it. */
  readonly key: string
}

/** What was answered, to which request. */
export interface StoredAnswer {
  readonly bodyHash: string
  readonly answer: unknown
  /** Time that the request took or gave back; null of answers that the version before kept. */
  readonly touched: readonly TouchedBlock[] | null
}

/** The answer that a request got before, if it was after `keptSince`. */
export async function readAnswer(
  sql: Sql,
  { siteId, caller, operation, key }: AnswerKey,
  keptSince: Date,
): Promise<StoredAnswer | undefined> {
  const [row] = await sql.query<StoredAnswer>(
    `SELECT body_hash AS "bodyHash", answer, touched FROM idempotent_answers
     WHERE site_id = $1 AND caller = $2 AND operation = $3 AND key = $4 AND created_at > $5`,
    [siteId, caller, operation, key, keptSince],
  )
  return row
}
