import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { insertSite } from '../../server/src/store/insert-site.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { WEEKDAYS } from '../../server/src/store/site-description.js'
import { startServer } from '../process/server.ts'
import { createDatabase } from '../services/database.ts'
import { type DeathPoint, lastWords } from '../storm/death-points.ts'
import { guest, salon } from './salon.ts'

const A_DAY_MS = 86_400_000

const { url: databaseUrl, drop } = await createDatabase()
const database = await openDatabase({ databaseUrl })
const hours = Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, '09:00-18:00']))
await insertSite(database, { ...salon, publishableKey: 'pk_demo', timeZone: 'UTC', hours })
afterAll(async () => {
  await database.close()
  await drop()
})

/** A day for each point. */
const points: [DeathPoint, isBooked: boolean, daysAhead: number][] = [
  ['after the insert', false, 1],
  ['after the commit', true, 2],
  ['before the answer', true, 3],
]

test.each(points)(
  'a server of the storm that is told to die %s of a booking does so, and says it did',
  async (point, isBooked, daysAhead) => {
    const server = await startServer({
      entry: [join(import.meta.dirname, '../storm/mortal-server.ts')],
      env: {
        DATABASE_URL: databaseUrl,
        MANAGE_TOKEN_SECRETS: 'a-secret-of-at-least-32-characters',
        LOG_LEVEL: 'error',
      },
    })
    onTestFinished(() => server.kill())
    const headers = { authorization: 'Bearer pk_demo', 'content-type': 'application/json' }
    const [day] = new Date(Date.now() + daysAhead * A_DAY_MS).toISOString().split('T')
    const body = JSON.stringify({ start: `${day}T09:00:00Z`, items: [{ serviceId: 'cut' }], client: guest })
    server.tell(point)
    await expect(fetch(`${server.url}/v1/bookings`, { method: 'POST', headers, body })).rejects.toThrow('fetch failed')
    expect(await server.ended).toBe(null)
    expect(server.printed()).toContain(lastWords(point))
    const booked = await database.sql.query('SELECT 1 FROM bookings WHERE start_at = $1', [`${day}T09:00:00Z`])
    expect(booked).toHaveLength(isBooked ? 1 : 0)
  },
  60_000,
)
