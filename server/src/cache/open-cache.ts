import { type MemoryCacheDeps, memoryCache } from './memory-cache.js'
import { noCache } from './no-cache.js'
import { redisCache } from './redis/redis-cache.js'
import type { RedisConnection } from './redis/redis-connection.js'
import type { SiteCache } from './site-cache.js'

/** Where to remember. */
export interface CacheOptions extends MemoryCacheDeps {
  /** For any number of processes; without it in memory. */
  redis?: RedisConnection | undefined
  /** Whether other processes may change the same database; then nothing is remembered without Redis. */
  hasOtherProcesses?: boolean
}

/** The cache that is right for how the server runs. */
export function openCache({ redis, hasOtherProcesses = false, ...deps }: CacheOptions): SiteCache {
  if (redis) return redisCache({ redis, ...deps })
  return hasOtherProcesses ? noCache : memoryCache(deps)
}
