import { systemClock } from '../clock.js'
import { type Config, readConfig } from '../config.js'
import { type RunningServer, startServer } from '../main.js'
import { openStorage, type Storage } from '../start/open-storage.js'
import { stopOnFailure } from '../start/stop-on-failure.js'
import { stopOnSignal } from '../start/stop-on-signal.js'
import { tellOfMemory } from '../start/tell-of-memory.js'
import { tellOfNoSite } from '../start/tell-of-no-site.js'
import { hasSite } from '../store/has-site.js'
import { startWorkers } from '../workers/start-workers.js'
import { requireShareable } from '../workers/workers-error.js'
import { logStream } from './log-stream.js'
import { serverLines, show } from './show.js'

/** What a command is told. */
export interface CommandOptions {
  /** How many processes are to serve. */
  workers: number
}

/** Serves until it is told to stop. */
export async function start({ workers }: CommandOptions): Promise<void> {
  const { config, storage } = await prepare(workers)
  const server = await serve(config, storage, workers)
  stopOnFailure(server.log)
  stopOnSignal(server.close, config.shutdownGraceSeconds, server.log)
  show(serverLines(server, storage))
}

/** Reads the configuration and brings the data up to date, before anybody serves. */
export async function prepare(workers: number): Promise<{ config: Config; storage: Storage }> {
  const config = readConfig(process.env)
  if (workers > 1) requireShareable(config, workers)
  return { config, storage: await openStorage(config) }
}

/** Serves in this process, or in several. */
export async function serve(config: Config, storage: Storage, workers: number): Promise<RunningServer> {
  // Before anybody serves: with workers the storage is closed then.
  const isThereSite = await hasSite(storage.database.sql)
  const server =
    workers === 1
      ? await startServer({ config, storage, clock: systemClock, logStream: logStream() })
      : await startWorkers({ config, storage, count: workers, logStream: logStream({ showsPid: true }) })
  tellOfMemory(config, server.log)
  if (!isThereSite) tellOfNoSite(server.log)
  return server
}
