import { describe, expect, test } from 'vitest'
import { createCodex } from './client.js'
import type { DayEvent } from './contract/events.js'
import type { FollowOptions } from './follow-events.js'
import {
  dropped,
  json,
  problem,
  type Reply,
  raw,
  type ScriptedApi,
  scriptedApi,
  stream,
} from './scripted-api.fixture.js'

const days = { from: '2027-03-01', to: '2027-03-31' }
const event = (id: string, ...dates: string[]) =>
  `id: ${id}\ndata: ${JSON.stringify({ type: dates.length > 0 ? 'changed' : 'ready', dates })}\n\n`
/** So short that a test does not wait for it. */
const soon = 'retry: 1\n\n'

/** Follows days until so many events were heard. */
async function hear(api: ScriptedApi, count: number, options: FollowOptions = {}): Promise<DayEvent[]> {
  const heard: DayEvent[] = []
  const codex = createCodex({ api: `${api.url}/booking`, publishableKey: 'pk_test', retryDelayMs: 1 })
  for await (const one of codex.events.follow(days, options)) {
    heard.push(one)
    if (heard.length === count) break
  }
  return heard
}

test('days are asked for by their dates, with the key of the site, and events told as they come', async () => {
  const api = await scriptedApi(stream(`retry: 5\n\n:\n\n${event('1-0')}${event('2-0', '2027-03-16', '2027-03-17')}`))
  expect(await hear(api, 2)).toEqual([
    { type: 'ready', dates: [] },
    { type: 'changed', dates: ['2027-03-16', '2027-03-17'] },
  ])
  expect(api.seen).toMatchObject([
    {
      method: 'GET',
      url: '/booking/v1/events?from=2027-03-01&to=2027-03-31',
      headers: { authorization: 'Bearer pk_test', accept: expect.stringContaining('text/event-stream') as string },
    },
  ])
  expect(api.seen[0]?.headers).not.toHaveProperty('last-event-id')
})

test('an event that comes in pieces is told once it is whole', async () => {
  const text = event('1-0', '2027-03-16')
  const api = await scriptedApi((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(text.slice(0, 20), () => response.write(text.slice(20)))
  })
  expect(await hear(api, 1)).toEqual([{ type: 'changed', dates: ['2027-03-16'] }])
})

test('where the stream ends it goes on after the last event heard', async () => {
  const api = await scriptedApi(
    stream(`${soon}${event('1-0')}${event('2-0', '2027-03-16')}`, { ends: true }),
    stream(event('3-0', '2027-03-17')),
  )
  expect(await hear(api, 3)).toHaveLength(3)
  expect(api.seen[1]?.headers['last-event-id']).toBe('2-0')
})

test('a stream that had no ids is gone on with as one that may have missed anything', async () => {
  const api = await scriptedApi(
    stream(`${soon}data: {"type":"reset","dates":["2027-03-01"]}\n\n`, { ends: true }),
    stream(event('3-0')),
  )
  await hear(api, 2)
  expect(api.seen[1]?.headers['last-event-id']).toBe('')
})

describe('it is tried again after', () => {
  test.each<[string, Reply]>([
    ['a broken line', dropped],
    ['a server that stops', problem('unavailable')],
    ['a gateway that is in trouble', raw('<html>', 502, 'text/html')],
    ['too many streams', problem('rate-limited', {}, { 'retry-after': '0' })],
    ['an end without any event', stream(soon, { ends: true })],
  ])('%s', async (_, reply) => {
    const api = await scriptedApi(reply, reply, stream(event('1-0')))
    expect(await hear(api, 1)).toEqual([{ type: 'ready', dates: [] }])
    expect(api.seen).toHaveLength(3)
  })

  test('silence', async () => {
    const api = await scriptedApi(stream(`${soon}${event('1-0')}`), stream(event('2-0', '2027-03-16')))
    expect(await hear(api, 2, { silenceMs: 30 })).toHaveLength(2)
    expect(api.seen[1]?.headers['last-event-id']).toBe('1-0')
  })
})

test('who sends signs of life is not silent', async () => {
  const api = await scriptedApi((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    let beats = 0
    const beating = setInterval(() => {
      beats += 1
      response.write(beats < 8 ? ':\n\n' : event('1-0'))
    }, 25)
    response.on('close', () => clearInterval(beating))
  })
  await hear(api, 1, { silenceMs: 150 })
  expect(api.seen).toHaveLength(1)
})

describe('it is given up, with the error that says why, after', () => {
  test.each<[string, Reply, object]>([
    [
      'a wrong value',
      problem('validation-failed', { errors: [{ path: 'to', message: 'x' }] }),
      { code: 'validation-failed' },
    ],
    ['a wrong key', problem('unauthorized'), { code: 'unauthorized' }],
    ['a key that may not', problem('forbidden'), { code: 'forbidden' }],
    ['a server without it', problem('not-found'), { code: 'not-found' }],
    ['a page for people', raw('<html>', 200, 'text/html'), { name: 'UnexpectedAnswerError', status: 200 }],
    ['a redirect', raw('', 302, 'text/html', { location: '/' }), { name: 'UnexpectedAnswerError' }],
    ['an answer of something else', json({}), { name: 'UnexpectedAnswerError' }],
  ])('%s', async (_, reply, error) => {
    const api = await scriptedApi(reply)
    await expect(hear(api, 1)).rejects.toMatchObject(error)
    expect(api.seen).toHaveLength(1)
  })
})

describe('aborting ends it, without an error and without another attempt', () => {
  test('while it listens', async () => {
    const api = await scriptedApi(stream(event('1-0')))
    const controller = new AbortController()
    const codex = createCodex({ api: api.url, publishableKey: 'pk_test' })
    const heard: DayEvent[] = []
    for await (const one of codex.events.follow(days, { signal: controller.signal })) {
      heard.push(one)
      controller.abort()
    }
    expect(heard).toHaveLength(1)
    expect(api.seen).toHaveLength(1)
  })

  test('while it waits to try again', async () => {
    const api = await scriptedApi(problem('rate-limited', {}, { 'retry-after': '3600' }))
    const controller = new AbortController()
    const hearing = hear(api, 1, { signal: controller.signal })
    await api.hasSeen(1)
    controller.abort()
    expect(await hearing).toEqual([])
  })

  test('before it begins', async () => {
    const api = await scriptedApi()
    expect(await hear(api, 1, { signal: AbortSignal.abort() })).toEqual([])
    expect(api.seen).toHaveLength(0)
  })
})

test('leaving the loop closes the connection', async () => {
  const closed = Promise.withResolvers<void>()
  const api = await scriptedApi((response) => {
    response.on('close', () => closed.resolve())
    stream(event('1-0'))(response)
  })
  await hear(api, 1)
  await closed.promise
})

test('what is no event of days is passed over', async () => {
  const api = await scriptedApi(
    stream(`data: {\n\ndata: null\n\ndata: {"type":"new"}\n\n${event('1-0', '2027-03-16')}`),
  )
  expect(await hear(api, 1)).toEqual([{ type: 'changed', dates: ['2027-03-16'] }])
})
