import type { Database } from '../../server/src/store/database.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { createDatabase } from '../services/database.ts'
import { openEmbeddedDatabase } from '../services/embedded-database.ts'

/** What every statement must mean the same on: `describe.each(engines)`. Each `open()` gives a migrated database of its own. */
export const engines: { engine: string; open(): Promise<Database> }[] = [
  {
    engine: 'PGlite',
    open: openEmbeddedDatabase,
  },
  {
    engine: 'PostgreSQL',
    open: async () => {
      const { url, drop } = await createDatabase()
      const database = await openDatabase({ databaseUrl: url })
      const close = async () => {
        await database.close()
        await drop()
      }
      return { ...database, close }
    },
  },
]
