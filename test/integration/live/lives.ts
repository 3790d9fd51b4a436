import { vi } from 'vitest'
import { type Counted, counted } from '../../../server/src/cache/counted.fixture.js'
import type { RedisDeps } from '../../../server/src/cache/redis/redis-connection.js'
import type { LiveUpdates } from '../../../server/src/live/live-updates.js'
import { memoryLive } from '../../../server/src/live/memory-live.js'
import { pollingLive, type SiteChanges } from '../../../server/src/live/polling-live.js'
import { LIVE_SCRIPTS, type RedisLiveDeps, redisLive } from '../../../server/src/live/redis-live.js'
import { startRedis } from '../../services/redis.ts'
import { startRedisCluster } from '../../services/redis-cluster.ts'
import { connect, type ProcessCache } from '../cache/caches.ts'
import { hear } from './heard.ts'

/** Live updates as two processes have them; in memory there is but one. */
export interface OpenedLive {
  mine: LiveUpdates
  theirs: LiveUpdates
  /** What the other process does after it has committed a change. */
  change(siteId: string, dates: readonly string[]): Promise<void>
  counters: Counted
  close(): Promise<void>
}

/** So many events wait for a slow listener. */
export const MAX_WAITING = 5

/** What all live updates must do the same on: `describe.each(lives)`. */
export const lives: { kind: string; open(): Promise<OpenedLive> }[] = [
  {
    kind: 'memory',
    open: async () => {
      const counters = counted()
      const live = memoryLive({ counters, maxWaiting: MAX_WAITING })
      return { mine: live, theirs: live, change: live.publish, counters, close: async () => live.close() }
    },
  },
  { kind: 'Redis', open: async () => openOn(await startRedis()) },
  { kind: 'Redis Cluster', open: async () => openOn(await startRedisCluster()) },
  {
    kind: 'polling',
    open: async () => {
      const journal = changesOf()
      const counters = counted()
      const open = () => pollingLive({ ...journal, counters, pauseMs: 5, maxWaiting: MAX_WAITING })
      const [mine, theirs] = [open(), open()]
      const close = async () => {
        mine.close()
        theirs.close()
      }
      return { mine, theirs, change: journal.change, counters, close }
    },
  },
]

async function openOn(server: { url: string; stop(): Promise<void> }): Promise<OpenedLive> {
  // The nodes of a cluster may lose what is said; then it is found after this.
  const open = () => openRedisLive(server.url, { catchUpPauseMs: 1_000 })
  const [mine, theirs] = await Promise.all([open(), open()])
  const close = async () => {
    mine.close()
    theirs.close()
    await server.stop()
  }
  return { mine: mine.live, theirs: theirs.live, change: theirs.live.publish, counters: mine.counters, close }
}

/** What one process has. */
export type ProcessLive = Omit<ProcessCache, 'cache' | 'close'> & { live: LiveUpdates; close(): void }

/** Live updates on a Redis that can be reached. */
export async function openRedisLive(
  url: string,
  // Longer than any test, so that nothing is found by waiting.
  { catchUpPauseMs = 600_000, ...options }: Partial<RedisDeps> & Pick<RedisLiveDeps, 'catchUpPauseMs'> = {},
): Promise<ProcessLive> {
  const connected = connect(url, { ...options, scripts: LIVE_SCRIPTS })
  const { redis, clock, counters } = connected
  const live = redisLive({ redis, clock, counters, maxWaiting: MAX_WAITING, catchUpPauseMs })
  if (!(await redis.isUsableWithin(10_000))) throw new Error('Redis cannot be reached.')
  await vi.waitUntil(() => isHearing(live), { timeout: 10_000 })
  const close = () => {
    live.close()
    redis.close()
  }
  return { live, ...connected, close }
}

/** Whether the connection on which changes are heard is there: only then is it known where a listener begins. */
async function isHearing(live: LiveUpdates): Promise<boolean> {
  const heard = hear(live.listen('nobody'))
  const [first] = await heard.count(1)
  heard.stop()
  return first?.id !== undefined
}

/** A journal of changes as a database would keep it; what is older than the last thousand is forgotten. */
export function changesOf() {
  const entries: { siteId: string; dates: readonly string[] }[] = []
  const failing = { isFailing: false }
  const since = (siteId: string, position: string | undefined): SiteChanges => {
    const end = `${entries.length}`
    if (position === undefined) return { position: end, dates: [] }
    const from = /^\d+$/.test(position) ? Number(position) : Number.NaN
    if (!(from <= entries.length) || from < entries.length - 1_000) return { position: end, dates: 'unknown' }
    const missed = entries.slice(from).filter((entry) => entry.siteId === siteId)
    return { position: end, dates: [...new Set(missed.flatMap(({ dates }) => dates))] }
  }
  return {
    failing,
    onFailure: () => {},
    change: async (siteId: string, dates: readonly string[]) => {
      entries.push({ siteId, dates })
    },
    changedSince: async (positions: ReadonlyMap<string, string | undefined>) => {
      if (failing.isFailing) throw new Error('the database is gone')
      return new Map([...positions].map(([siteId, position]) => [siteId, since(siteId, position)]))
    },
  }
}
