import { mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The folder of the embedded database cannot be used; the message says why and what to do. */
export class DataFolderError extends Error {
  override name = 'DataFolderError'
}

/** A folder that belongs to this process until it ends or gives it back. */
export interface ClaimedFolder {
  /** Absolute. */
  path: string
  /** Gives it back. */
  release(): void
}

/** Held on to: a lock that is garbage-collected is gone. */
const held = new Set<DatabaseSync>()
const SQLITE_BUSY = 5

/**
 * Makes sure that no other process works in the folder, which is made if it is missing. The operating system takes the
 * lock back when this process ends, however it ends, so nothing has to be cleaned up after a crash.
 *
 * @throws DataFolderError
 */
export function claimDataFolder(path: string): ClaimedFolder {
  const lock = openLock(path)
  try {
    // SQLite locks the file as its platform does it best. IMMEDIATE: of several at once exactly one gets it, without
    // waiting; OFF: no second file, for nothing is ever written.
    lock.exec('PRAGMA journal_mode = OFF; BEGIN IMMEDIATE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
      throw new DataFolderError(
        `The data in ${path} is in use by another codex-booking. Stop that one, or set DATA_DIR to another folder.`,
      )
    }
    throw new DataFolderError(`The data in ${path} cannot be locked: ${reason(error)}.`, { cause: error })
  }
  held.add(lock)
  return {
    path,
    release: () => {
      if (held.delete(lock)) lock.close()
    },
  }
}

function openLock(path: string): DatabaseSync {
  try {
    makeFolder(path)
    return new DatabaseSync(join(path, 'lock'), { timeout: 0 })
  } catch (error) {
    throw new DataFolderError(
      `The folder ${path} cannot be used for the data: ${reason(error)}. Make it writable, or set DATA_DIR to another folder.`,
      { cause: error },
    )
  }
}

/** With its parents. Node does that too, but never returns where a parent takes no folders, as /proc does. */
function makeFolder(path: string): void {
  if (isFolder(path)) return
  const parent = dirname(path)
  if (parent !== path) makeFolder(parent)
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(path)) throw error
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error))
