import { afterAll, expect, test } from 'vitest'
import { guest } from '../salon.ts'
import { aTuesday, serversOfOneRedis } from './servers-of-one-redis.ts'

const { redis, first, second, stop } = await serversOfOneRedis({ command: 'start' }, { command: 'start' })
afterAll(stop)
const date = aTuesday()

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
