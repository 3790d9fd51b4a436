import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { LiveUpdates } from '../../../server/src/live/live-updates.js'
import { memoryLive } from '../../../server/src/live/memory-live.js'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { salon } from '../salon.ts'
import { type SalonOptions, serveSalon } from '../salon-server.ts'
import { readEvents, type StreamQuestion } from './event-reader.ts'

const database = await openEmbeddedDatabase()
afterAll(() => database.close())

const tuesday = '2027-03-16'
const wednesday = '2027-03-17'

/** A server that listens, and streams of it. */
async function server(options: SalonOptions = {}) {
  const live = memoryLive({ counters: { count: () => {} } })
  const { app, site, metrics, call, log } = await serveSalon(database, salon, { live, ...options })
  await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const open = async (question: Partial<StreamQuestion> = {}) => {
    const reader = await readEvents({ url, key: site.publishableKey, ...question })
    onTestFinished(() => reader.leave())
    return reader
  }
  const openStreams = async () => (await metrics.openStreams.get()).values[0]?.value ?? 0
  return {
    app,
    site,
    url,
    live,
    open,
    openStreams,
    metrics,
    call,
    log,
    change: (...dates: string[]) => live.publish(site.id, dates),
  }
}

test('a stream begins at once, and says so to browsers and proxies', async () => {
  const { open } = await server()
  const reader = await open({ headers: { origin: 'https://salon.example.test' } })
  expect(reader.response.status).toBe(200)
  expect(Object.fromEntries(reader.response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.any(String) as string,
  })
  expect(await reader.count(1)).toEqual([{ id: expect.any(String) as string, type: 'ready', dates: [] }])
  expect(reader.retries[0]).toBeGreaterThan(500)
})

test('it tells of the days asked for, and of no others', async () => {
  const { open, change } = await server()
  const reader = await open({ from: tuesday, to: wednesday })
  await reader.count(1)
  await change('2027-03-15')
  await change('2027-03-18', wednesday, tuesday)
  expect((await reader.count(2))[1]).toMatchObject({ type: 'changed', dates: [tuesday, wednesday] })
})

test('it tells nothing of another site', async () => {
  const { open, change, live } = await server()
  const reader = await open()
  await reader.count(1)
  await live.publish('another', [tuesday])
  await change(wednesday)
  expect((await reader.count(2))[1]).toMatchObject({ dates: [wednesday] })
})

describe('who comes back', () => {
  test('is told what was missed', async () => {
    const { open, change } = await server()
    const before = await open()
    const [{ id = '' } = {}] = await before.count(1)
    before.leave()
    await change(tuesday)
    await change(wednesday)
    const after = await open({ headers: { 'last-event-id': id } })
    expect((await after.count(1))[0]).toMatchObject({ type: 'changed', dates: [tuesday, wednesday] })
  })

  test.each(['', 'of-another-time', '1-0'])('with the id %j looks at all days again', async (id) => {
    const { open } = await server()
    const reader = await open({ from: tuesday, to: wednesday, headers: { 'last-event-id': id } })
    expect((await reader.count(1))[0]).toMatchObject({ type: 'reset', dates: [tuesday, wednesday] })
  })
})

test('it shows that it is alive', async () => {
  const { open } = await server({ eventStreams: { heartbeatMs: 10 } })
  const reader = await open()
  await vi.waitUntil(() => reader.heartbeats() >= 3)
  expect(reader.events).toHaveLength(1)
})

describe('it is refused', () => {
  test.each<[string, Record<string, string>, string]>([
    ['more than a hundred days', { from: '2027-03-01', to: '2027-06-09' }, 'to'],
    ['an end before the beginning', { to: '2027-02-28' }, 'to'],
    ['a day that is none', { from: 'today' }, 'from'],
  ])('for %s, by the name of the field', async (_, days, path) => {
    const { open } = await server()
    const { response } = await open(days)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'validation-failed', errors: [{ path }] })
  })

  test('with an id that no header can hold', async () => {
    const { open } = await server()
    const { response } = await open({ headers: { 'last-event-id': 'x'.repeat(101) } })
    expect(await response.json()).toMatchObject({ status: 422, errors: [{ path: 'last-event-id' }] })
  })

  test('without a key', async () => {
    const { open } = await server()
    const { response } = await open({ key: 'pk_wrong' })
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
})

describe('so many may be open', () => {
  test('for an address, until it gives one back', async () => {
    const { open, openStreams } = await server({ eventStreams: { mostOfAddress: 2 } })
    const [first] = [await open(), await open()]
    const { response } = await open()
    expect(response.status).toBe(429)
    expect(response.headers.get('retry-after')).toBe('60')
    expect(await response.json()).toMatchObject({ code: 'rate-limited' })
    first.leave()
    await vi.waitUntil(async () => (await openStreams()) === 1)
    expect((await open()).response.status).toBe(200)
  })

  test('for a site, whoever asks; other addresses have places of their own', async () => {
    const { open } = await server({ trustProxy: ['127.0.0.1'], eventStreams: { mostOfAddress: 1, mostOfSite: 2 } })
    const from = async (address: string) => (await open({ headers: { 'x-forwarded-for': address } })).response.status
    // One household has more addresses of IPv6 than anybody can count.
    expect([
      await from('2001:db8::1'),
      await from('2001:db8::2'),
      await from('192.0.2.1'),
      await from('192.0.2.2'),
    ]).toEqual([200, 429, 200, 429])
  })
})

test('who goes away is forgotten', async () => {
  const { open, openStreams } = await server()
  const reader = await open()
  await reader.count(1)
  expect(await openStreams()).toBe(1)
  reader.leave()
  await vi.waitUntil(async () => (await openStreams()) === 0)
})

test('a stream whose events fail ends, gives its place back and is told in the log; its reader comes back', async () => {
  const live = memoryLive({ counters: { count: () => {} } })
  const failing: LiveUpdates = {
    ...live,
    listen: (...asked) => {
      const listener = live.listen(...asked)
      const events = async function* () {
        for await (const event of listener) {
          if (event.type === 'changed') throw new Error('as told')
          yield event
        }
      }
      return { stop: () => listener.stop(), [Symbol.asyncIterator]: events }
    },
  }
  const { open, openStreams, log, site } = await server({ live: failing, eventStreams: { mostOfAddress: 1 } })
  const reader = await open()
  await reader.count(1)
  await live.publish(site.id, [tuesday])
  await vi.waitUntil(async () => reader.isOver() && (await openStreams()) === 0)
  expect(log.join('')).toContain('as told')
  expect((await open()).response.status).toBe(200)
})

test('a change on a day that no calendar has changes nothing, and the stream goes on', async () => {
  const { open, change } = await server()
  const reader = await open()
  await reader.count(1)
  await change('+012027-01-01', '0000-01-01', '9999-12-31', '2027-02-30', 'today')
  await change(tuesday)
  expect((await reader.count(2))[1]).toMatchObject({ type: 'changed', dates: [tuesday] })
})

test('who does not read is cut off, and nobody else', { timeout: 60_000 }, async () => {
  const { app, site, open, openStreams, live } = await server({ eventStreams: { heartbeatMs: 600_000 } })
  const witness = await open()
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  socket.pause()
  socket.write(
    `GET /v1/events?from=2027-03-01&to=2027-06-08 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${site.publishableKey}\r\n\r\n`,
  )
  await vi.waitUntil(async () => (await openStreams()) === 2)
  const all = Array.from({ length: 90 }, (_, day) => new Date(Date.UTC(2027, 2, day + 1)).toISOString().slice(0, 10))
  // More than all the buffers between the two can hold.
  for (let times = 0; times < 60_000 && (await openStreams()) === 2; times += 1) {
    await live.publish(site.id, all)
    await nextTurn()
  }
  await vi.waitUntil(async () => (await openStreams()) === 1)
  expect(witness.isOver()).toBe(false)
})

test('a server that closes ends all streams at once, and says when to come back', async () => {
  const { app, open } = await server()
  const readers = [await open(), await open()]
  await Promise.all(readers.map((reader) => reader.count(1)))
  await app.close()
  await vi.waitUntil(() => readers.every((reader) => reader.isOver()))
  for (const { retries } of readers) expect(retries).toHaveLength(2)
  expect(readers[0]?.retries).not.toEqual(readers[1]?.retries)
})

test('a stream ends after a while, so that its reader shows its key again', async () => {
  const { open, openStreams } = await server({ eventStreams: { longestMs: 30 } })
  const reader = await open()
  await vi.waitUntil(() => reader.isOver())
  expect(reader.events).toHaveLength(1)
  expect(await openStreams()).toBe(0)
})

test('how long it was open is no time that an answer took', async () => {
  const { open, openStreams, metrics, call } = await server({ eventStreams: { longestMs: 1 } })
  const reader = await open()
  await vi.waitUntil(async () => reader.isOver() && (await openStreams()) === 0)
  await call('GET', '/v1/site')
  const routes = (await metrics.requestDuration.get()).values.map(({ labels }) => labels.route)
  expect(routes).toContain('/v1/site')
  expect(routes).not.toContain('/v1/events')
})

test('nothing is streamed to who asks for the head only', async () => {
  const { url, site } = await server()
  const headers = { authorization: `Bearer ${site.publishableKey}` }
  const { status } = await fetch(`${url}/v1/events?from=${tuesday}&to=${tuesday}`, { method: 'HEAD', headers })
  expect(status).toBe(404)
})
