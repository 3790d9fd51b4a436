import { Problem } from '../problems.js'
import type { Sql } from '../store/database.js'
import { deleteOldAnswer } from '../store/delete-old-answer.js'
import { failureKind } from '../store/failure-kind.js'
import { insertAnswer } from '../store/insert-answer.js'
import { type AnswerKey, readAnswer, type StoredAnswer } from '../store/read-answer.js'
import { type BlockSql, distinctBlocks, type TouchedBlock } from '../store/touched-blocks.js'
import type { BookingDeps } from './deps.js'
import { requestHash } from './request-hash.js'
import { tellChange } from './tell-change.js'

const KEPT_MS = 24 * 3_600_000

/** A request that gets the same answer when it is sent again. */
export interface NamedRequest {
  key: AnswerKey
  bodyHash: string
}

/** Who sent a command and under which name; without a key it is a new one each time. */
export interface Sender {
  /** Hash of the key that the caller shows. */
  caller: string
  idempotencyKey: string | undefined
}

/** A command as it is remembered; undefined where it has no name. */
export const namedRequest = (
  siteId: string,
  operation: string,
  { caller, idempotencyKey }: Sender,
  body: unknown,
): NamedRequest | undefined =>
  idempotencyKey === undefined
    ? undefined
    : { key: { siteId, caller, operation, key: idempotencyKey }, bodyHash: requestHash(body) }

/** What is kept under the name of this request, whoever sent it under that name. */
export const readEarlier = (
  sql: Sql,
  request: NamedRequest | undefined,
  now: Date,
): Promise<StoredAnswer | undefined> =>
  request === undefined ? Promise.resolve(undefined) : readAnswer(sql, request.key, keptSince(now))

/**
 * The answer that this request got before. What it touched is touched again: whoever gave that answer may have died before
 * it told anybody, and a retry is the only one to know of it.
 *
 * @throws Problem `idempotency-key-reused` where its name belongs to another request
 */
export function earlierAnswer(
  request: NamedRequest | undefined,
  stored: StoredAnswer | undefined,
  { touched }: Pick<BlockSql, 'touched'>,
): unknown {
  if (stored && stored.bodyHash !== request?.bodyHash) {
    throw new Problem('idempotency-key-reused', 'This Idempotency-Key was sent with another request before.')
  }
  touched.push(...(stored?.touched ?? []))
  return stored?.answer
}

/**
 * The same outside a transaction.
 *
 * @throws what `earlierAnswer` throws
 */
export async function answerAgain(
  deps: Pick<BookingDeps, 'cache' | 'live'>,
  request: NamedRequest | undefined,
  stored: StoredAnswer | undefined,
): Promise<unknown> {
  const touched: TouchedBlock[] = []
  const earlier = earlierAnswer(request, stored, { touched })
  if (request) await tellChange(deps, request.key.siteId, { blocks: touched })
  return earlier
}

/**
 * Does a command that is refused before it comes to a transaction: what was answered once is answered again, also when
 * the start has come too near meanwhile.
 */
export async function afterRefusal<Answer>(
  deps: Pick<BookingDeps, 'database' | 'cache' | 'live'>,
  request: NamedRequest | undefined,
  now: Date,
  command: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await command()
  } catch (refusal) {
    if (!(refusal instanceof Problem) || !REFUSALS.has(refusal.code)) throw refusal
    const earlier = await answerAgain(deps, request, await readEarlier(deps.database.sql, request, now))
    if (earlier) return earlier as Answer
    throw refusal
  }
}

/** What is said without looking under a lock, where the answer is. */
const REFUSALS: ReadonlySet<string> = new Set(['validation-failed', 'not-found'])

/**
 * Waits for what was written, and keeps the answer with it, in the transaction that it is the answer of.
 *
 * @param writes sent already, and what they touch noted
 * @throws Problem `request-in-progress`; what a write failed with
 */
export async function keepWith(
  writes: Promise<unknown>,
  tx: BlockSql,
  request: NamedRequest | undefined,
  answer: { id: string },
  now: Date,
): Promise<void> {
  try {
    await Promise.all([writes, keepAnswer(tx, request, answer, now)])
  } catch (error) {
    // Everything else is locked, so the only one to wait for was another request of the same name.
    if (request && failureKind(error) === 'lock-timeout') {
      throw new Problem('request-in-progress', 'The same request is still being worked on. Try again in a moment.')
    }
    throw error
  }
}

async function keepAnswer(
  tx: BlockSql,
  request: NamedRequest | undefined,
  answer: { id: string },
  now: Date,
): Promise<void> {
  if (request === undefined) return
  const { key, bodyHash } = request
  await Promise.all([
    deleteOldAnswer(tx, key, keptSince(now)),
    insertAnswer(tx, key, { bodyHash, answer, touched: distinctBlocks(tx.touched) }, answer.id, now),
  ])
}

/** Answers as old as this are no longer given. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS)
