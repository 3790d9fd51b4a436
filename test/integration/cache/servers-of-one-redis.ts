import { insertSite } from '../../../server/src/store/insert-site.js'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { startServer } from '../../process/server.ts'
import { createDatabase } from '../../services/database.ts'
import { startRedis } from '../../services/redis.ts'
import { salon } from '../salon.ts'

type Start = Omit<Parameters<typeof startServer>[0], 'env'>

/** Starts servers in processes of their own, of one salon, one PostgreSQL and one Redis. */
export async function serversOfOneRedis(...starts: readonly [Start, Start]) {
  const redis = await startRedis()
  const { url: databaseUrl, drop } = await createDatabase()
  const database = await openDatabase({ databaseUrl })
  await insertSite(database, { ...salon, publishableKey: 'pk_salon' })
  await database.close()
  const env = {
    DATABASE_URL: databaseUrl,
    MANAGE_TOKEN_SECRETS: 'a-secret-of-at-least-32-characters',
    REDIS_URL: redis.url,
  }
  const [first, second] = [await startServer({ ...starts[0], env }), await startServer({ ...starts[1], env })]
  const stop = async () => {
    await Promise.all([first.kill(), second.kill()])
    await redis.stop()
    await drop()
  }
  return { redis, first, second, stop }
}

/** The date of a Tuesday within reach. */
export function aTuesday(): string {
  const day = new Date(Date.now() + 14 * 86_400_000)
  day.setUTCDate(day.getUTCDate() + ((9 - day.getUTCDay()) % 7))
  return day.toISOString().slice(0, 10)
}
