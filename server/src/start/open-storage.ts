import { join } from 'node:path'
import type { Config } from '../config.js'
import { type ClaimedFolder, claimDataFolder, DataFolderError } from '../data-folder/claim-data-folder.js'
import { manageTokenSecret } from '../data-folder/manage-token-secret.js'
import type { Database } from '../store/database.js'
import { MigrationError, migrate } from '../store/migrate.js'
import { openDatabase } from '../store/open-database.js'

/** The database cannot be used; the message says why and what to do. */
export class StorageError extends Error {
  override name = 'StorageError'
}

/** The data of the server, up to date, for this process only where it is embedded. */
export interface Storage {
  database: Database
  tokenSecrets: readonly string[]
  /** Names of the migrations that were applied just now. */
  applied: readonly string[]
  /** For people, without passwords: a folder, or the address of a server. */
  place: string
  close(): Promise<void>
}

/**
 * Opens the database that the configuration names and brings it up to date.
 *
 * @param isUpToDate somebody has seen to that
 * @throws DataFolderError, StorageError, MigrationError
 */
export async function openStorage(
  config: Config,
  { isUpToDate = false }: { isUpToDate?: boolean } = {},
): Promise<Storage> {
  const folder = config.databaseUrl === undefined ? claimDataFolder(config.dataDir) : undefined
  let database: Database | undefined
  const close = async (): Promise<void> => {
    await database?.close()
    folder?.release()
  }
  try {
    const tokenSecrets = config.manageTokenSecrets ?? (folder ? [manageTokenSecret(folder)] : [])
    database = await open(config, folder)
    const applied = isUpToDate ? [] : await migrate(database)
    return { close, database, tokenSecrets, applied, place: placeOf(config) }
  } catch (error) {
    await close()
    throw error instanceof MigrationError || error instanceof DataFolderError ? error : explained(error, config)
  }
}

const open = ({ databaseUrl, databaseConnections }: Config, folder: ClaimedFolder | undefined): Promise<Database> =>
  openDatabase(
    folder ? { dataDir: join(folder.path, 'database') } : { databaseUrl, maxConnections: databaseConnections },
  )

function placeOf({ databaseUrl, dataDir }: Config): string {
  if (databaseUrl === undefined) return dataDir
  const url = new URL(databaseUrl)
  return `postgresql://${url.host}${url.pathname}`
}

function explained(error: unknown, config: Config): Error {
  const reason = reasonOf(error)
  const sentence =
    config.databaseUrl === undefined
      ? `The embedded database in ${config.dataDir} cannot be opened: ${reason}. Put the folder back from a backup, or set DATA_DIR to another one.`
      : `The database at ${placeOf(config)} cannot be used: ${reason}. See that it runs, and that DATABASE_URL is right.`
  return new StorageError(sentence, { cause: error })
}

/** Trying several addresses of a host fails with a list of errors and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
