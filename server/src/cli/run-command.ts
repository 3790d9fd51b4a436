import { ConfigError } from '../config.js'
import { DataFolderError } from '../data-folder/claim-data-folder.js'
import { ListenError } from '../start/listen.js'
import { StorageError } from '../start/open-storage.js'
import { MigrationError } from '../store/migrate.js'
import { demo } from './demo.js'
import { help } from './help.js'
import { migrateOnly } from './migrate-only.js'
import { start } from './start.js'

const commands: Record<string, () => void | Promise<void>> = {
  start,
  demo,
  migrate: migrateOnly,
  help,
  '--help': help,
  '-h': help,
}

/** These say what is wrong and what to do: their sentence is enough. */
const EXPLAINED = [ConfigError, DataFolderError, StorageError, MigrationError, ListenError]

const [name = 'start', ...more] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) && more.length === 0 ? commands[name] : undefined

if (command === undefined) {
  console.error(`There is no command "${[name, ...more].join(' ')}". See: codex-booking help`)
  process.exit(2)
}
try {
  await command()
} catch (error) {
  const isExplained = EXPLAINED.some((kind) => error instanceof kind)
  console.error(isExplained && error instanceof Error ? error.message : error)
  process.exit(1)
}
