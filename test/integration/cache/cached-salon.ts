import { memoryCache } from '../../../server/src/cache/memory-cache.js'
import type { SiteCache } from '../../../server/src/cache/site-cache.js'
import type { Database } from '../../../server/src/store/database.js'
import type { SiteDescription } from '../../../server/src/store/site-description.js'
import { startRedis } from '../../services/redis.ts'
import { engines } from '../engines.ts'
import { NOW, type SalonServer, serveSalon, standingClock } from '../salon-server.ts'
import { openRedisCache } from './caches.ts'

/** Servers of one site on one database. */
export interface CachedSalon {
  database: Database
  /** Two processes that remember together; in memory there is but one. */
  mine: SalonServer
  theirs: SalonServer
  /** What the two share, as the first has it. */
  cache: SiteCache
  /** One that remembers nothing: what it says is so. */
  honest: SalonServer
  close(): Promise<void>
}

type Salon = Omit<SiteDescription, 'publishableKey'>

/** Every way to remember, on the database that goes with it: `describe.each(cachedSalons)`. */
export const cachedSalons: { kind: string; open(salon: Salon): Promise<CachedSalon> }[] = [
  {
    kind: 'memory',
    open: async (salon) => {
      const clock = standingClock(NOW)
      const cache = memoryCache({ clock, counters: { count: () => {} } })
      return serveAll(salon, 'PGlite', { clock, mine: cache, theirs: undefined })
    },
  },
  {
    kind: 'Redis',
    open: async (salon) => {
      const redis = await startRedis()
      const [mine, theirs] = await Promise.all([openRedisCache(redis.url), openRedisCache(redis.url)])
      const opened = await serveAll(salon, 'PostgreSQL', { mine: mine.cache, theirs: theirs.cache })
      const close = async () => {
        await opened.close()
        await Promise.all([mine.close(), theirs.close()])
        await redis.stop()
      }
      return { ...opened, close }
    },
  },
]

async function serveAll(
  salon: Salon,
  engine: string,
  caches: { clock?: SalonServer['clock']; mine: SiteCache; theirs: SiteCache | undefined },
): Promise<CachedSalon> {
  const database = (await engines.find((one) => one.engine === engine)?.open()) as Database
  const { clock, mine: cache } = caches
  const mine = await serveSalon(database, salon, { cache, ...(clock && { clock }) })
  const theirs = caches.theirs ? await serveSalon(database, salon, { beside: mine, cache: caches.theirs }) : mine
  const honest = await serveSalon(database, salon, { beside: mine })
  return { database, mine, theirs, cache, honest, close: () => database.close() }
}
