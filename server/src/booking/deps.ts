import type { SiteCache } from '../cache/site-cache.js'
import type { Clock } from '../clock.js'
import type { LiveUpdates } from '../live/live-updates.js'
import type { Database } from '../store/database.js'
import type { readBusyLocked } from '../store/read-busy.js'
import type { BookingCounters } from './booking-counters.js'
import type { PersistChain } from './persist-chain.js'

/** What use cases need. */
export interface BookingDeps {
  database: Database
  clock: Clock
  /** Secrets of the manage tokens, the newest first: it signs, all of them open. */
  tokenSecrets: readonly string[]
  /** What is remembered of sites; without it all is read each time. */
  cache?: SiteCache | undefined
  /** Who is told of days whose times changed. */
  live?: LiveUpdates | undefined
  /** Where it is counted how writers get on with each other. */
  counters?: BookingCounters | undefined
  /** Writes rows of the host's own in the same transaction. */
  persistChain?: PersistChain | undefined
  /** A test's own, to see what stands behind the look under lock; no server has one. */
  reCheck?: typeof readBusyLocked | undefined
}
