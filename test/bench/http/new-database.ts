import { migrate, openDatabase } from '../../../server/dist/index.js'
import { databaseUrl, execute } from '../../services/execute.ts'

/** Makes a migrated database on a server. */
export async function newDatabase(postgresUrl: string, name: string): Promise<string> {
  await execute(postgresUrl, `CREATE DATABASE ${name}`)
  const url = databaseUrl(postgresUrl, name)
  const database = await openDatabase({ databaseUrl: url })
  try {
    await migrate(database)
  } finally {
    await database.close()
  }
  return url
}
