import type { CacheCounters } from '../cache/counters.js'
import type { CacheLog } from '../cache/log.js'
import { openCache } from '../cache/open-cache.js'
import type { RedisAddress } from '../cache/redis/redis-address.js'
import { connectRedis } from '../cache/redis/redis-connection.js'
import type { SiteCache } from '../cache/site-cache.js'
import type { Clock } from '../clock.js'
import type { LiveUpdates } from '../live/live-updates.js'
import { openLive } from '../live/open-live.js'
import { LIVE_SCRIPTS } from '../live/redis-live.js'
import type { Database } from '../store/database.js'
import { insertDayChange } from '../store/insert-day-change.js'
import { readDayChanges } from '../store/read-day-changes.js'

/** What the processes of one database remember together, and how they tell each other what changed. */
export interface Memory {
  cache: SiteCache
  live: LiveUpdates
  /** Tells Redis what it does not know yet, as far as it can be reached, and lets go of it. */
  close(): Promise<void>
}

/** Where to remember. */
export interface MemoryOptions {
  /** For any number of processes; without it in the memory of this one. */
  redis: RedisAddress | undefined
  /** Where several processes without Redis tell each other what changed. */
  database: Database
  /** Whether no other process changes the same database; else nothing is remembered without Redis. */
  isOnlyProcess: boolean
  clock: Clock
  counters: CacheCounters
  log: CacheLog
}

/** Waits for nothing: a Redis that cannot be reached is used once it can. */
export function openMemory({ redis: address, database, isOnlyProcess, clock, counters, log }: MemoryOptions): Memory {
  const redis = address && connectRedis({ address, clock, counters, log, scripts: LIVE_SCRIPTS })
  const cache = openCache({ redis, clock, counters, hasOtherProcesses: !isOnlyProcess })
  const polling = isOnlyProcess
    ? undefined
    : {
        changedSince: (positions: ReadonlyMap<string, string | undefined>) => readDayChanges(database.sql, positions),
        record: (siteId: string, dates: readonly string[]) => insertDayChange(database, siteId, dates),
        onFailure: (error: unknown) => log.warn({ err: error }, 'changed days were not told to other processes'),
      }
  const live = openLive({ redis, polling, clock, counters })
  return {
    cache,
    live,
    close: async () => {
      live.close()
      await cache.close()
      redis?.close()
    },
  }
}
