import type { Clock } from '../clock.js'
import type { Database } from '../store/database.js'
import type { readBusyLocked } from '../store/read-busy.js'
import type { PersistChain } from './persist-chain.js'

/** What use cases need. */
export interface BookingDeps {
  database: Database
  clock: Clock
  /** Secrets of the manage tokens, the newest first: it signs, all of them open. */
  tokenSecrets: readonly string[]
  /** Writes rows of the host's own in the same transaction. */
  persistChain?: PersistChain | undefined
  /** A test's own, to see what stands behind the look under lock; no server has one. */
  reCheck?: typeof readBusyLocked | undefined
}
