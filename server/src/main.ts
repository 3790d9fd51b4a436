import { readFileSync } from 'node:fs'
import type { FastifyBaseLogger } from 'fastify'
import { build } from './app.js'
import type { BookingDeps } from './booking/deps.js'
import { forgetExpiredHolds } from './booking/forget-expired-holds.js'
import { forgetOldAnswers } from './booking/forget-old-answers.js'
import { freeExpiredHolds } from './booking/free-expired-holds.js'
import type { Clock } from './clock.js'
import type { Config } from './config.js'
import { buildMetrics } from './plugins/metrics/build-metrics.js'
import { createMetrics, type Metrics } from './plugins/metrics/metrics.js'
import type { LogOptions } from './plugins/server-options.js'
import { lateLog } from './start/late-log.js'
import { listen } from './start/listen.js'
import { openMemory } from './start/open-memory.js'
import type { Storage } from './start/open-storage.js'
import { repeat } from './start/repeat.js'

/** Of the product. */
export const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const AN_HOUR_MS = 3_600_000
const TEN_MINUTES_MS = 600_000
const TWO_SECONDS_MS = 2_000

/** A server that listens. */
export interface RunningServer {
  /** Origin of the API, such as `http://127.0.0.1:3000`. */
  apiUrl: string
  /** Origin of the metrics, where they are shown. */
  metricsUrl: string | undefined
  log: FastifyBaseLogger
  /** Lets what runs finish, then closes everything, the storage too. */
  close(): Promise<void>
}

/** What a server runs on; the storage is closed with it. */
export interface ServerParts {
  config: Config
  storage: Storage
  clock: Clock
  /** Default: new ones. */
  metrics?: Metrics
  /** Where log lines go; default: standard output. */
  logStream?: LogOptions['stream']
}

/**
 * Listens for requests, and for whoever reads the metrics.
 *
 * @throws ListenError; the storage is closed then
 */
export async function startServer({
  config,
  storage,
  clock,
  metrics = createMetrics(),
  logStream,
}: ServerParts): Promise<RunningServer> {
  const { database, tokenSecrets } = storage
  const { redis, isOnlyProcess } = config
  const memoryLog = lateLog()
  const { cacheCounters, bookingCounters } = metrics
  const memory = openMemory({ redis, database, isOnlyProcess, clock, counters: cacheCounters, log: memoryLog })
  const { cache, live } = memory
  const deps: BookingDeps = { database, clock, tokenSecrets, cache, live, counters: bookingCounters }
  const app = await build({
    ...deps,
    metrics,
    log: { level: config.logLevel, ...(logStream && { stream: logStream }) },
    version,
    trustProxy: config.trustProxy,
    shutdownDelayMs: config.shutdownDelaySeconds * 1000,
  })
  memoryLog.writeTo(app.log)
  const metricsApp = config.metrics && buildMetrics(metrics.registry)
  const sweeps = [
    repeat(
      () => forgetOldAnswers(deps),
      AN_HOUR_MS,
      (error) => app.log.warn({ err: error }, 'old answers were not removed'),
    ),
    repeat(
      () => freeExpiredHolds(deps),
      TWO_SECONDS_MS,
      (error) => app.log.warn({ err: error }, 'holds that ran out were not told of'),
    ),
    repeat(
      () => forgetExpiredHolds(deps),
      TEN_MINUTES_MS,
      (error) => app.log.warn({ err: error }, 'holds that ran out were not removed'),
    ),
  ]
  const close = async (): Promise<void> => {
    await app.close()
    await Promise.all([metricsApp?.close(), ...sweeps.map((sweep) => sweep.stop())])
    await memory.close()
    await storage.close()
  }
  try {
    const metricsUrl =
      metricsApp &&
      config.metrics &&
      (await listen(metricsApp, { ...config.metrics, portVariable: 'METRICS_PORT', hostVariable: 'METRICS_HOST' }))
    const apiUrl = await listen(app, { ...config, portVariable: 'PORT', hostVariable: 'HOST' })
    return { apiUrl, metricsUrl, log: app.log, close }
  } catch (error) {
    await close()
    throw error
  }
}
