import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { Database } from '../../server/src/store/database.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { databaseUrl, execute } from '../services/execute.ts'

/** As `engines`, but each `open()` gives a database that nobody has migrated yet. */
export const emptyEngines: { engine: string; open(): Promise<Database> }[] = [
  { engine: 'PGlite', open: () => openDatabase() },
  {
    engine: 'PostgreSQL',
    open: async () => {
      const server = inject('postgresUrl')
      const name = `empty_${randomUUID().replaceAll('-', '')}`
      await execute(server, `CREATE DATABASE ${name}`)
      const database = await openDatabase({ databaseUrl: databaseUrl(server, name) })
      const close = async () => {
        await database.close()
        await execute(server, `DROP DATABASE ${name}`)
      }
      return { ...database, close }
    },
  },
]
