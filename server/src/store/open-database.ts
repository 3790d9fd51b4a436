import type { Database } from './database.js'
import { openPGlite } from './pglite-database.js'
import { openPostgres, type PoolOptions } from './postgres-database.js'

/** Where the data is. */
export interface DatabaseOptions extends PoolOptions {
  /** `postgresql://...`; without it the embedded PGlite. */
  databaseUrl?: string | undefined
  /** Folder of the embedded database; without it the data is in memory and gone after `close`. */
  dataDir?: string | undefined
}

/**
 * Opens the database as it is; `migrate` brings it up to date.
 *
 * @throws if the embedded database cannot be opened. PostgreSQL is only reached by the first statement.
 * @example
 * const database = await openDatabase({ databaseUrl: 'postgresql://localhost/booking' })
 * await migrate(database)
 */
export function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  if (options.databaseUrl !== undefined) return Promise.resolve(openPostgres(options.databaseUrl, options))
  return openPGlite(options.dataDir)
}
