import { sqlStateOf } from './database-errors.js'

/**
 * What a failed statement means for the one who sent it.
 *
 * - `overlap`: the exclusion constraint refused a block, the seat is taken
 * - `duplicate`: a row with this key is there already
 * - `conflict`: a deadlock or a serialisation failure; the same again may work
 * - `lock-timeout`: somebody else held a lock for too long
 * - `unavailable`: the database does not answer, or has no connection left
 */
export type FailureKind = 'overlap' | 'duplicate' | 'conflict' | 'lock-timeout' | 'unavailable'

const bySqlState: Record<string, FailureKind> = {
  '23P01': 'overlap',
  '23505': 'duplicate',
  '40P01': 'conflict',
  '40001': 'conflict',
  '55P03': 'lock-timeout',
  '57014': 'unavailable', // cancelled: it took too long
  '25P03': 'unavailable', // the transaction did nothing for too long
}

/** Connection lost, out of resources, shutting down. */
const UNAVAILABLE_STATE = /^(08...|53...|57P0[1-5])$/
const UNAVAILABLE_CODE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|P10(01|02|08|17)|P20(24|28|37))$/
/** What `pg` and PGlite say without a code. */
const UNAVAILABLE_MESSAGE =
  /timeout exceeded when trying to connect|^Query read timeout|^Connection terminated|not queryable|is clos(ed|ing)/

/** Sorts what a database call threw; undefined for what is nobody's business but ours. */
export function failureKind(error: unknown): FailureKind | undefined {
  if (!(error instanceof Error)) return undefined
  const state = sqlStateOf(error)
  if (state !== undefined) {
    return bySqlState[state] ?? (UNAVAILABLE_STATE.test(state) ? 'unavailable' : undefined)
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return UNAVAILABLE_CODE.test(code) || UNAVAILABLE_MESSAGE.test(error.message) ? 'unavailable' : undefined
}
