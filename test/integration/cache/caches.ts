import { type Counted, counted } from '../../../server/src/cache/counted.fixture.js'
import { memoryCache } from '../../../server/src/cache/memory-cache.js'
import { type MovableClock, movableClock } from '../../../server/src/cache/movable-clock.fixture.js'
import { parseRedisAddress } from '../../../server/src/cache/redis/redis-address.js'
import { redisCache } from '../../../server/src/cache/redis/redis-cache.js'
import { connectRedis, type RedisConnection, type RedisDeps } from '../../../server/src/cache/redis/redis-connection.js'
import type { SiteCache } from '../../../server/src/cache/site-cache.js'
import { startRedis } from '../../services/redis.ts'
import { startRedisCluster } from '../../services/redis-cluster.ts'

/** A cache as two processes see it; in memory there is but one. */
export interface OpenedCache {
  mine: SiteCache
  theirs: SiteCache
  clock: MovableClock
  counters: Counted
  close(): Promise<void>
}

/** What every cache must do the same on: `describe.each(caches)`. */
export const caches: { kind: string; open(): Promise<OpenedCache> }[] = [
  {
    kind: 'memory',
    open: async () => {
      const clock = movableClock()
      const counters = counted()
      const cache = memoryCache({ clock, counters })
      return { mine: cache, theirs: cache, clock, counters, close: () => cache.close() }
    },
  },
  { kind: 'Redis', open: async () => openOn(await startRedis()) },
  { kind: 'Redis Cluster', open: async () => openOn(await startRedisCluster()) },
]

async function openOn(server: { url: string; stop(): Promise<void> }): Promise<OpenedCache> {
  const [mine, theirs] = await Promise.all([openRedisCache(server.url), openRedisCache(server.url)])
  const close = async () => {
    await Promise.all([mine.close(), theirs.close()])
    await server.stop()
  }
  return { mine: mine.cache, theirs: theirs.cache, clock: mine.clock, counters: mine.counters, close }
}

/** What one process has. */
export interface ProcessCache {
  cache: SiteCache
  redis: RedisConnection
  clock: MovableClock
  counters: Counted
  /** What was logged, by message. */
  lines: { message: string; fields: Readonly<Record<string, unknown>> }[]
  close(): Promise<void>
}

/** A cache on a Redis that can be reached. */
export async function openRedisCache(url: string, options: Partial<RedisDeps> = {}): Promise<ProcessCache> {
  const { redis, ...rest } = connect(url, options)
  const cache = redisCache({ redis, clock: rest.clock, counters: rest.counters })
  if (!(await redis.isUsableWithin(10_000))) throw new Error('Redis cannot be reached.')
  const close = async () => {
    await cache.close()
    redis.close()
  }
  return { cache, redis, ...rest, close }
}

/** A connection with a log and counters that can be looked at. */
export function connect(url: string, options: Partial<RedisDeps> = {}): Omit<ProcessCache, 'cache' | 'close'> {
  const address = parseRedisAddress(url)
  if (!address) throw new Error(`${url} is no address of a Redis.`)
  const clock = movableClock()
  const counters = counted()
  const lines: ProcessCache['lines'] = []
  const say = (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ message, fields })
  }
  // Longer than what is promised by default: the machine may be busy, and an answer is wanted here.
  const redis = connectRedis({ address, clock, counters, log: { info: say, warn: say }, timeoutMs: 5_000, ...options })
  return { redis, clock, counters, lines }
}
