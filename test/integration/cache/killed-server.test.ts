import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readEvents } from '../live/event-reader.ts'
import { guest } from '../salon.ts'
import { aTuesday, serversOfOneRedis } from './servers-of-one-redis.ts'

const MORTAL = join(import.meta.dirname, '../../storm/mortal-server.ts')

const { first: mortal, second: other, stop } = await serversOfOneRedis({ entry: [MORTAL] }, { command: 'start' })
afterAll(stop)
const date = aTuesday()

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
