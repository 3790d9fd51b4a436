import cluster from 'node:cluster'
import { ConfigError } from '../config.js'
import { DataFolderError } from '../data-folder/claim-data-folder.js'
import { ListenError } from '../start/listen.js'
import { StorageError } from '../start/open-storage.js'
import { MigrationError } from '../store/migrate.js'
import { serveAsWorker } from '../workers/serve-as-worker.js'
import { WorkersError } from '../workers/workers-error.js'
import { CommandLineError, readCommandLine } from './command-line.js'
import { demo } from './demo.js'
import { help } from './help.js'
import { logStream } from './log-stream.js'
import { migrateOnly } from './migrate-only.js'
import { type CommandOptions, start } from './start.js'

/** Commands that serve, in as many processes as they are told. */
const serving: Record<string, (options: CommandOptions) => Promise<void>> = { start, demo }
const others: Record<string, () => void | Promise<void>> = { migrate: migrateOnly, help }

/** These say what is wrong and what to do: their sentence is enough. */
const EXPLAINED = [ConfigError, DataFolderError, StorageError, MigrationError, ListenError, WorkersError]

async function run(): Promise<void> {
  // One of several that a command has started: it has the same words.
  if (cluster.isWorker) return serveAsWorker(logStream({ showsPid: true }))
  const { command, workers } = readCommandLine(process.argv.slice(2))
  if (Object.hasOwn(serving, command)) return serving[command]?.({ workers: workers ?? 1 })
  if (!Object.hasOwn(others, command)) throw new CommandLineError(`There is no command "${command}".`)
  if (workers !== undefined) throw new CommandLineError(`"${command}" takes no --workers.`)
  return others[command]?.()
}

try {
  await run()
} catch (error) {
  if (error instanceof CommandLineError) {
    console.error(`${error.message} See: codex-booking help`)
    process.exit(2)
  }
  const isExplained = EXPLAINED.some((kind) => error instanceof kind)
  console.error(isExplained && error instanceof Error ? error.message : error)
  process.exit(1)
}
