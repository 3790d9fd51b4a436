import { PGlite, type Transaction, types } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '../generated/prisma/client.js'
import type { Database, Sql } from './database.js'
import { sentWithCommit } from './sent-with-commit.js'
import { tellTheCause } from './tell-the-cause.js'

/**
 * PostgreSQL inside this process, with one connection: transactions run one after another.
 *
 * @param dataDir folder of the data, made if it is missing; without it the data is in memory. Only one process may have
 *   it open: PGlite itself does not see to that.
 */
export async function openPGlite(dataDir?: string): Promise<Database> {
  const lite = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    extensions: { btree_gist },
    parsers: { [types.DATE]: (value: string) => value, [types.INT8]: Number },
  })
  const prisma = new PrismaClient({ adapter: new PrismaPGlite(lite) })
  const sql = on(lite)
  return {
    prisma,
    sql,
    // The only connection there is; nothing else uses it while the server starts.
    session: (work) =>
      work({
        ...sql,
        run: async (script) => {
          await lite.exec(script)
        },
      }),
    transaction: (work) =>
      lite.transaction(async (tx) => {
        await tx.exec('SET TRANSACTION ISOLATION LEVEL READ COMMITTED')
        const sent = sentWithCommit()
        const own = tellTheCause(on(tx))
        const result = await work({ ...own, withCommit: sent.add, unprepared: own })
        await sent.all()
        return result
      }),
    ping: async () => {
      await lite.query('SELECT 1')
    },
    close: async () => {
      await prisma.$disconnect()
      await lite.close()
    },
  }
}

const on = (connection: PGlite | Transaction): Sql => ({
  query: async <Row>(text: string, params?: readonly unknown[]) =>
    (await connection.query<Row>(text, params && [...params])).rows,
})
