import { systemClock } from '../clock.js'
import { type Config, readConfig } from '../config.js'
import { startServer } from '../main.js'
import { createMetrics } from '../plugins/metrics/metrics.js'
import type { LogOptions } from '../plugins/server-options.js'
import { openStorage } from '../start/open-storage.js'
import { stopOnFailure } from '../start/stop-on-failure.js'
import { stopOnce } from '../start/stop-on-signal.js'
import type { FromWorker, ToWorker } from './messages.js'

/**
 * Serves as one of several workers: the primary has brought the database up to date, keeps the port that all of them
 * share, shows the metrics of all, and says when to stop.
 */
export async function serveAsWorker(logStream: LogOptions['stream']): Promise<void> {
  const config: Config = { ...readConfig(process.env), metrics: undefined, isOnlyProcess: false }
  const metrics = createMetrics()
  const storage = await openStorage(config, { isUpToDate: true })
  const server = await startServer({ config, storage, clock: systemClock, metrics, logStream })
  stopOnFailure(server.log)

  const stop = stopOnce(server.close, config.shutdownGraceSeconds, server.log)
  // A terminal sends it to all of its processes: it is the primary's to answer.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('message', (message: ToWorker) => {
    if (message.type === 'stop') stop('The primary stops')
    else if (message.type === 'measure') void answer(message.question)
  })
  const answer = async (question: number): Promise<void> =>
    tell({ type: 'measured', question, measured: await metrics.registry.getMetricsAsJSON() })
  tell({ type: 'ready', apiUrl: server.apiUrl })
}

/** Where the primary is gone, this process ends by itself. */
const tell = (message: FromWorker): void => void process.send?.(message, undefined, undefined, () => {})
