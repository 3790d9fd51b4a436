import { systemClock } from '../clock.js'
import { readConfig } from '../config.js'
import { startServer } from '../main.js'
import { openStorage } from '../start/open-storage.js'
import { stopOnFailure } from '../start/stop-on-failure.js'
import { stopOnSignal } from '../start/stop-on-signal.js'
import { logStream } from './log-stream.js'
import { serverLines, show } from './show.js'

/** Serves until it is told to stop. */
export async function start(): Promise<void> {
  const config = readConfig(process.env)
  const storage = await openStorage(config)
  const server = await startServer({ config, storage, clock: systemClock, logStream: logStream() })
  stopOnFailure(server.log)
  stopOnSignal(server.close, config.shutdownGraceSeconds, server.log)
  show(serverLines(server, storage))
}
