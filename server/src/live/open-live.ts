import type { CacheCounters } from '../cache/counters.js'
import type { RedisConnection } from '../cache/redis/redis-connection.js'
import type { Clock } from '../clock.js'
import type { LiveUpdates } from './live-updates.js'
import { memoryLive } from './memory-live.js'
import { type PollingLiveDeps, pollingLive } from './polling-live.js'
import { redisLive } from './redis-live.js'

/** How the server runs. */
export interface LiveOptions {
  clock: Clock
  counters: CacheCounters
  /** For any number of processes, connected with `LIVE_SCRIPTS`. */
  redis?: RedisConnection | undefined
  /** Where other processes may change the same database and there is no Redis. */
  polling?: Pick<PollingLiveDeps, 'changedSince' | 'record' | 'onFailure' | 'pauseMs'> | undefined
}

/** The live updates that are right for how the server runs. */
export function openLive({ redis, polling, clock, counters }: LiveOptions): LiveUpdates {
  if (redis) return redisLive({ redis, clock, counters })
  return polling ? pollingLive({ ...polling, clock, counters }) : memoryLive({ counters })
}
