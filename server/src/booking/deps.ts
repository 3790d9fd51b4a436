import type { Clock } from '../clock.js'
import type { Database } from '../store/database.js'

/** What use cases need. */
export interface BookingDeps {
  database: Database
  clock: Clock
  /** Secrets of the manage tokens, the newest first: it signs, all of them open. */
  tokenSecrets: readonly string[]
}
