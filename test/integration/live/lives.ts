import { vi } from 'vitest'
import { type Counted, counted } from '../../../server/src/cache/counted.fixture.js'
import { movableClock } from '../../../server/src/cache/movable-clock.fixture.js'
import type { RedisDeps } from '../../../server/src/cache/redis/redis-connection.js'
import { systemClock } from '../../../server/src/clock.js'
import type { LiveUpdates } from '../../../server/src/live/live-updates.js'
import { memoryLive } from '../../../server/src/live/memory-live.js'
import { type PollingLiveDeps, pollingLive, type SiteChanges } from '../../../server/src/live/polling-live.js'
import { LIVE_SCRIPTS, type RedisLiveDeps, redisLive } from '../../../server/src/live/redis-live.js'
import type { Database } from '../../../server/src/store/database.js'
import { insertDayChange } from '../../../server/src/store/insert-day-change.js'
import { insertSite } from '../../../server/src/store/insert-site.js'
import { readDayChanges } from '../../../server/src/store/read-day-changes.js'
import { startRedis } from '../../services/redis.ts'
import { startRedisCluster } from '../../services/redis-cluster.ts'
import { connect, type ProcessCache } from '../cache/caches.ts'
import { engines } from '../engines.ts'
import { salon } from '../salon.ts'
import { hear } from './heard.ts'

/** Live updates as two processes have them; in memory there is but one. */
export interface OpenedLive {
  mine: LiveUpdates
  theirs: LiveUpdates
  /** What the other process does after it has committed a change. */
  change(siteId: string, dates: readonly string[]): Promise<void>
  /** Many changes at once, where one after the other would take too long. */
  changeOften?(siteId: string, times: number): Promise<void>
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
      const open = () =>
        pollingLive({ ...journal, clock: movableClock(), counters, pauseMs: 5, maxWaiting: MAX_WAITING })
      const [mine, theirs] = [open(), open()]
      const close = async () => {
        mine.close()
        theirs.close()
      }
      return { mine, theirs, change: journal.change, counters, close }
    },
  },
  ...engines.map(({ engine, open }) => ({
    kind: `polling of ${engine}`,
    open: async () => openOnDatabase(await open()),
  })),
]

async function openOnDatabase(database: Database): Promise<OpenedLive> {
  const counters = counted()
  const failures: unknown[] = []
  const open = () =>
    openPollingLive(database, { counters, onFailure: (error) => failures.push(error), maxWaiting: MAX_WAITING })
  const [mine, theirs] = [open(), open()]
  const { id: template } = await insertSite(database, { publishableKey: 'pk_live', ...salon }, systemClock)
  const known = new Set<string>()
  const change = async (siteId: string, dates: readonly string[]) => {
    if (!known.has(siteId)) await copySite(database, template, siteId)
    known.add(siteId)
    await theirs.publish(siteId, dates)
  }
  const changeOften = async (siteId: string, times: number) => {
    await change(siteId, ['2027-03-01'])
    await database.sql.query(
      `INSERT INTO day_changes (site_id, number, dates, created_at)
        SELECT $1, n, '{2027-03-16}', now() FROM generate_series(2, $2::int) n`,
      [siteId, times],
    )
    await change(siteId, ['2027-03-02'])
  }
  const close = async () => {
    mine.close()
    theirs.close()
    await database.close()
    if (failures.length > 0) throw failures[0]
  }
  return { mine, theirs, change, changeOften, counters, close }
}

/** Changes belong to a site that exists. */
const copySite = (database: Database, template: string, siteId: string) =>
  database.sql.query(
    `INSERT INTO sites SELECT (jsonb_populate_record(s, jsonb_build_object('id', $2::text, 'publishable_key', $2::text, 'secret_key_hash', null))).*
      FROM sites s WHERE id = $1 ON CONFLICT (id) DO NOTHING`,
    [template, siteId],
  )

/** Live updates of one of several processes on a database. */
export const openPollingLive = (
  database: Database,
  deps: Pick<PollingLiveDeps, 'counters' | 'onFailure' | 'maxWaiting'>,
): LiveUpdates =>
  pollingLive({
    ...deps,
    clock: systemClock,
    changedSince: (positions) => readDayChanges(database.sql, positions),
    record: (siteId, dates) => insertDayChange(database, siteId, dates),
    pauseMs: 20,
  })

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
  const record = async (siteId: string, dates: readonly string[]) => {
    entries.push({ siteId, dates })
  }
  return {
    failing,
    onFailure: () => {},
    record,
    change: record,
    changedSince: async (positions: ReadonlyMap<string, string | undefined>) => {
      if (failing.isFailing) throw new Error('the database is gone')
      return new Map([...positions].map(([siteId, position]) => [siteId, since(siteId, position)]))
    },
  }
}
