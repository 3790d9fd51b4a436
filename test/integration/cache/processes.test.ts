import { afterAll, expect, test } from 'vitest'
import { insertSite } from '../../../server/src/store/insert-site.js'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { startServer } from '../../process/server.ts'
import { createDatabase } from '../../services/database.ts'
import { startRedis } from '../../services/redis.ts'
import { guest, salon } from '../salon.ts'

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
const [first, second] = [await startServer({ command: 'start', env }), await startServer({ command: 'start', env })]
afterAll(async () => {
  await Promise.all([first.kill(), second.kill()])
  await redis.stop()
  await drop()
})

/** A Tuesday within reach. */
const day = new Date(Date.now() + 14 * 86_400_000)
day.setUTCDate(day.getUTCDate() + ((9 - day.getUTCDay()) % 7))
const date = day.toISOString().slice(0, 10)

async function ask(server: typeof first, tag?: string) {
  const headers = { authorization: 'Bearer pk_salon', ...(tag !== undefined && { 'if-none-match': tag }) }
  const answer = await fetch(`${server.url}/v1/slots?items=cut%40ada&date=${date}`, { headers })
  return { status: answer.status, text: await answer.text(), tag: answer.headers.get('etag') ?? '' }
}

async function book(server: typeof first, start: string) {
  const answer = await fetch(`${server.url}/v1/bookings`, {
    method: 'POST',
    headers: { authorization: 'Bearer pk_salon', 'content-type': 'application/json' },
    body: JSON.stringify({ start, items: [{ serviceId: 'cut', resourceId: 'ada' }], client: guest }),
  })
  return answer.status
}

test('servers of one Redis give the same answers, and what is booked at one is seen at the other at once', async () => {
  const answer = await ask(first)
  expect(answer).toMatchObject({ status: 200, tag: expect.stringMatching(/^".+"$/) as string })
  expect(await ask(first)).toEqual(answer)
  expect((await ask(second)).text).toBe(answer.text)
  for (const server of [first, second]) expect((await ask(server, answer.tag)).status).toBe(304)

  const { starts } = JSON.parse(answer.text) as { starts: { start: string }[] }
  const { start } = starts[0] ?? expect.fail('There is no start')
  expect(await book(second, start)).toBe(201)
  const after = await ask(first, answer.tag)
  expect(after.status).toBe(200)
  expect(after.text).not.toContain(`"starts":[{"start":"${start}"`)
})

test('without their Redis they go on, say so, and stop in good order', async () => {
  await redis.kill()
  const answer = await ask(first)
  expect(answer).toMatchObject({ status: 200, tag: '' })
  const { starts } = JSON.parse(answer.text) as { starts: { start: string }[] }
  expect(await book(first, starts[0]?.start ?? '')).toBe(201)
  expect((await ask(second)).text).toBe((await ask(first)).text)
  expect(first.printed()).toContain('Redis cannot be used')
  for (const server of [first, second]) expect(await server.stop()).toBe(0)
})
