import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { insertSite } from '../../../server/src/store/insert-site.js'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { startServer } from '../../process/server.ts'
import { createDatabase } from '../../services/database.ts'
import { startRedis } from '../../services/redis.ts'
import { readEvents } from '../live/event-reader.ts'
import { guest, salon } from '../salon.ts'

const MORTAL = join(import.meta.dirname, '../../storm/mortal-server.ts')

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
const [mortal, other] = [await startServer({ entry: [MORTAL], env }), await startServer({ command: 'start', env })]
afterAll(async () => {
  await Promise.all([mortal.kill(), other.kill()])
  await redis.stop()
  await drop()
})

/** A Tuesday within reach. */
const day = new Date(Date.now() + 14 * 86_400_000)
day.setUTCDate(day.getUTCDate() + ((9 - day.getUTCDay()) % 7))
const date = day.toISOString().slice(0, 10)

async function startsShown(): Promise<string[]> {
  const headers = { authorization: 'Bearer pk_salon' }
  const answer = await fetch(`${other.url}/v1/slots?items=cut%40ada&date=${date}`, { headers })
  const { starts } = (await answer.json()) as { starts: { start: string }[] }
  return starts.map(({ start }) => start)
}

const book = ({ url }: { url: string }, start: string) =>
  fetch(`${url}/v1/bookings`, {
    method: 'POST',
    headers: { authorization: 'Bearer pk_salon', 'content-type': 'application/json', 'idempotency-key': 'booked-once' },
    body: JSON.stringify({ start, items: [{ serviceId: 'cut', resourceId: 'ada' }], client: guest }),
  })

test('a server is killed between commit and answer: the retry at another tells caches and streams', async () => {
  const [start = ''] = await startsShown()
  const stream = await readEvents({ url: other.url, key: 'pk_salon', from: date, to: date })
  await stream.count(1)
  await mortal.ask('after the commit')
  await expect(book(mortal, start)).rejects.toThrow('fetch failed')
  expect(await mortal.ended).toBeNull()
  expect(await startsShown(), 'nobody was told').toContain(start)

  expect((await book(other, start)).status).toBe(201)
  expect(await startsShown()).not.toContain(start)
  expect((await stream.count(2))[1]).toMatchObject({ type: 'changed', dates: [date] })
  stream.leave()
})
