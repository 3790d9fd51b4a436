import { insertSite, migrate, openDatabase } from '../../server/dist/index.js'
import { startPostgres } from '../services/postgres.ts'
import { startRedis } from '../services/redis.ts'
import { chanceOf } from './chance.ts'
import { breakThings, killServers, type Outage } from './faults.ts'
import { house } from './houses.ts'
import type { House } from './scene.ts'
import { type Servers, startServers } from './servers.ts'
import { judge, type Storm, storm } from './storm.ts'
import { openStormDatabase } from './storm-database.ts'
import { newTally, type Tally } from './tally.ts'

/** How a storm with everything is to be. */
export interface StageOptions {
  seed: number
  seconds: number
  visitors: number
  processes: number
  days: number
  /** It goes on until there was enough of it; on a slow machine that takes longer. */
  isEnough?: (tally: Tally) => boolean
  /** How often something that servers need is gone. */
  outageEveryMs: number
}

/** What became of it. */
export interface StageResult extends Storm {
  /** All that must not be, those of the storm included. */
  findings: string[]
  seconds: number
}

/**
 * A storm with all that belongs to it: a PostgreSQL that keeps what it has committed, a Redis, server processes that are
 * killed, and outages.
 */
export async function stageStorm(options: StageOptions): Promise<StageResult> {
  const { seed, visitors, processes, days, outageEveryMs } = options
  const postgres = await startPostgres({ durable: true })
  const redis = await startRedis()
  const database = openStormDatabase(postgres.url)
  let servers: Servers | undefined
  try {
    const houses = await furnish(postgres.url)
    servers = await startServers(processes, {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      MANAGE_TOKEN_SECRETS: `storm-${'x'.repeat(32)}`,
      LOG_LEVEL: 'error',
      TRUST_PROXY: '127.0.0.1',
    })
    const { addresses } = servers
    const outages: Outage[] = [
      { name: 'PostgreSQL crashes', begin: postgres.crash, end: postgres.start },
      { name: 'Redis answers nothing', begin: redis.pause, end: redis.resume },
      { name: 'Redis is gone, and comes back empty', begin: redis.kill, end: redis.start },
    ]
    const begin = performance.now()
    const tally = newTally()
    const signal = untilDone(tally, options)
    const faults = { chance: chanceOf(seed), tally, signal }
    const [stormed] = await Promise.all([
      storm({ seed, visitors, days, houses, addresses, signal, tally }, database),
      killServers(servers, faults),
      breakThings(outages, outageEveryMs, faults),
    ])
    const took = (performance.now() - begin) / 1000
    const findings = await judge(stormed, database)
    const printed = servers.printed().trim()
    return { ...stormed, findings: [...findings, ...serverErrors(printed)], seconds: took }
  } finally {
    await servers?.stop()
    await database.close()
    await Promise.all([postgres.stop(), redis.stop()])
  }
}

/** @returns what ends the storm */
function untilDone(tally: Tally, { seconds, isEnough = () => true }: StageOptions): AbortSignal {
  const done = new AbortController()
  const end = performance.now() + seconds * 1000
  const watch = setInterval(() => {
    if (performance.now() < end || !isEnough(tally)) return
    clearInterval(watch)
    done.abort()
  }, 100)
  return done.signal
}

async function furnish(databaseUrl: string): Promise<House[]> {
  const database = await openDatabase({ databaseUrl })
  try {
    await migrate(database)
    const confirming = await insertSite(database, house('confirming', true))
    const pending = await insertSite(database, house('pending', false))
    return [confirming, pending]
  } finally {
    await database.close()
  }
}

/** What servers logged as their own fault. */
const serverErrors = (printed: string): string[] =>
  printed
    .split('\n')
    .filter((line) => line.includes('"level":50') || line.includes('"level":60'))
    .map((line) => `A server logged: ${line}`)
