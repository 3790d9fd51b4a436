import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Database } from '../../server/src/store/database.js'
import { migrate } from '../../server/src/store/migrate.js'
import { openDatabase } from '../../server/src/store/open-database.js'

/** A folder for an embedded database, under the temporary one. */
const newFolder = () => mkdtempSync(join(tmpdir(), 'codex-embedded-'))

/**
 * Opens a migrated, empty embedded database of its own (integration only), as a copy of the template: to make one anew
 * takes ten times as long. `close` removes it.
 */
export async function openEmbeddedDatabase(): Promise<Database> {
  const folder = newFolder()
  cpSync(inject('embeddedTemplate'), folder, { recursive: true })
  const database = await openDatabase({ dataDir: folder })
  const close = async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...database, close }
}

/** Makes the template that is copied, and says where it is. */
export async function createEmbeddedTemplate(): Promise<string> {
  const folder = newFolder()
  const database = await openDatabase({ dataDir: folder })
  try {
    await migrate(database)
  } finally {
    await database.close()
  }
  return folder
}
