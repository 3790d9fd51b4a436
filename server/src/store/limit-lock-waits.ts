import type { Sql } from './database.js'

/** How long a booking waits for others that want the same people. */
const LOCK_TIMEOUT_MS = 3_000

/** Lets the rest of the transaction wait for locks this long at most; then it fails with SQLSTATE 55P03. */
export const limitLockWaits = (tx: Sql): Promise<unknown> =>
  tx.query(`SELECT set_config('lock_timeout', $1, true)`, [`${LOCK_TIMEOUT_MS}ms`])
