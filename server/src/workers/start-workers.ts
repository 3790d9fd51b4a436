import cluster from 'node:cluster'
import { pino } from 'pino'
import { Counter, Gauge, Registry } from 'prom-client'
import type { RunningServer, ServerParts } from '../main.js'
import { buildMetrics } from '../plugins/metrics/build-metrics.js'
import { logSerializers } from '../plugins/request-log.js'
import { listen } from '../start/listen.js'
import { keepWorkers, type Workers } from './keep-workers.js'
import { workerMetrics } from './worker-metrics.js'

/** How many workers, and what they run on. */
export interface WorkersParts extends Pick<ServerParts, 'config' | 'storage' | 'logStream'> {
  count: number
}

/**
 * Serves through several processes that share the port. The storage is up to date and closed: each of them opens it for
 * itself.
 *
 * @throws ListenError, WorkersError
 */
export async function startWorkers({ config, storage, count, logStream }: WorkersParts): Promise<RunningServer> {
  await storage.close()
  // What is not a number is one on the way as well.
  cluster.setupPrimary({ serialization: 'advanced' })
  const options = { level: config.logLevel, serializers: logSerializers }
  const log = logStream ? pino(options, logStream) : pino(options)
  let workers: Workers | undefined
  const registry = new Registry()
  const ends = countWorkers(registry, () => workers?.ready().length ?? 0)
  const metricsApp = config.metrics && buildMetrics(workerMetrics(registry, () => workers?.ready() ?? []))
  const close = async (): Promise<void> => {
    try {
      await workers?.stop()
    } finally {
      await metricsApp?.close()
    }
  }
  try {
    const metricsUrl =
      metricsApp &&
      config.metrics &&
      (await listen(metricsApp, { ...config.metrics, portVariable: 'METRICS_PORT', hostVariable: 'METRICS_HOST' }))
    workers = await keepWorkers({
      count,
      log,
      onEnded: () => ends.inc(),
      onGivenUp: (why) => {
        log.fatal(`${why} The server stops.`)
        void close().finally(() => process.exit(1))
      },
    })
    return { apiUrl: workers.apiUrl, metricsUrl, log, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** @returns what counts those that ended without having been asked to */
function countWorkers(registry: Registry, ready: () => number): Counter {
  const alive = new Gauge({
    name: 'codex_workers',
    help: 'Workers that take requests.',
    registers: [],
    collect() {
      this.set(ready())
    },
  })
  registry.registerMetric(alive)
  return new Counter({
    name: 'codex_worker_ends_total',
    help: 'Workers that ended without having been asked to.',
    registers: [registry],
  })
}
