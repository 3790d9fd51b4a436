import type { Database } from '../../server/src/store/database.js'
import { migrate } from '../../server/src/store/migrate.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { createDatabase } from '../services/database.ts'

/** What every statement must mean the same on: `describe.each(engines)`. Each `open()` gives a database of its own. */
export const engines: { engine: string; open(): Promise<Database> }[] = [
  {
    engine: 'PGlite',
    open: async () => {
      const database = await openDatabase()
      await migrate(database)
      return database
    },
  },
  {
    engine: 'PostgreSQL',
    open: async () => {
      const { url, drop } = await createDatabase()
      const database = await openDatabase({ databaseUrl: url })
      await migrate(database)
      const close = async () => {
        await database.close()
        await drop()
      }
      return { ...database, close }
    },
  },
]
