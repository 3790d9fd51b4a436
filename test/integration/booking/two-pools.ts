import { openDatabase } from '../../../server/src/store/open-database.js'
import { createDatabase } from '../../services/database.ts'

/**
 * One database on PostgreSQL, opened twice: by the server, and by somebody else who is in its way. PGlite has one
 * connection, on which nobody waits for anybody.
 */
export async function openTwice() {
  const { url, drop } = await createDatabase()
  const database = await openDatabase({ databaseUrl: url })
  const other = await openDatabase({ databaseUrl: url })
  const close = async () => {
    await database.close()
    await other.close()
    await drop()
  }
  return { url, database, other, close }
}
