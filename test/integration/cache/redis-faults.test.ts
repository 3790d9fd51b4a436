import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { cachedBusy } from '../../../server/src/cache/cached-busy.js'
import { busyKey, dateVersionKey, leaseKey } from '../../../server/src/cache/redis/redis-keys.js'
import type { SiteCache } from '../../../server/src/cache/site-cache.js'
import { startRedis, type ThrowawayRedis } from '../../services/redis.ts'
import { askRedis } from './ask-redis.ts'
import { connect, openRedisCache } from './caches.ts'

const day = { resourceId: 'ada', date: '2027-03-16' }
const busy = [{ start: 30_083_100, end: 30_083_160, seats: 1 }]
const TIMEOUT_MS = 150
/** What a busy machine may add to any time that is measured. */
const SLACK_MS = 1_500

async function redisServer(): Promise<ThrowawayRedis> {
  const server = await startRedis()
  onTestFinished(() => server.stop())
  return server
}

async function process(url: string, timeoutMs = 5_000) {
  const opened = await openRedisCache(url, { timeoutMs })
  onTestFinished(() => opened.close())
  return opened
}

async function store(cache: SiteCache, site: string): Promise<void> {
  const [known] = await cache.readBusy(site, [day])
  const lease = known?.busy === undefined ? known?.lease : undefined
  await cache.storeBusy(site, [{ ...day, lease: lease ?? '', busy }])
}

const isKnown = async (cache: SiteCache, site: string) => (await cache.readBusy(site, [day]))[0]?.busy !== undefined

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

test('busy time is kept for 300 seconds, a lease for 10, a version for 60', async () => {
  const server = await redisServer()
  const { cache } = await process(server.url)
  const site = randomUUID()
  await store(cache, site)
  await cache.versions(site, [day.date])
  const keys = [busyKey(site, day), leaseKey(site, day), dateVersionKey(site, day.date)]
  const ttls = await Promise.all(keys.map((key) => askRedis(server.url, (client) => client.ttl(key))))
  for (const [index, longest] of [300, 10, 60].entries()) {
    expect(ttls[index]).toBeGreaterThan(longest - 10)
    expect(ttls[index]).toBeLessThanOrEqual(longest)
  }
})

test('what lies in Redis has the name and the form that was agreed on', async () => {
  const server = await redisServer()
  const { cache } = await process(server.url)
  await store(cache, 'salon')
  expect(await askRedis(server.url, (client) => client.get('codex:{salon}:booking:busy:ada:2027-03-16'))).toBe(
    '[["2027-03-14T01:00:00.000Z","2027-03-14T02:00:00.000Z",1]]',
  )
})

test('what cannot be read is read from the database, and stored anew', async () => {
  const server = await redisServer()
  const { cache } = await process(server.url)
  const key = busyKey('salon', day)
  await askRedis(server.url, (client) => client.set(key, 'of another program'))
  expect(await isKnown(cache, 'salon')).toBe(false)
})

test('a paused Redis delays one call, by no more than the bound, and the next ones not at all', async () => {
  const server = await redisServer()
  const { cache, counters } = await process(server.url, TIMEOUT_MS)
  await vi.waitUntil(async () => (await cache.versions('salon', [])) !== undefined)
  server.pause()
  const first = await msOf(() => cache.versions('salon', [day.date]))
  expect(first).toBeGreaterThanOrEqual(TIMEOUT_MS - 5)
  expect(first).toBeLessThan(TIMEOUT_MS + SLACK_MS)
  const later = await msOf(async () => {
    for (let times = 0; times < 100; times += 1) {
      expect(await cache.versions('salon', [day.date])).toBeUndefined()
      expect(await cache.readBusy('salon', [day])).toEqual([{ busy: undefined }])
      await cache.invalidate(`site ${times}`, { days: [day] })
    }
  })
  expect(later).toBeLessThan(SLACK_MS)
  expect(counters.of('versions', 'timeout')).toBe(1)
  expect(counters.of('versions', 'skipped')).toBe(100)
})

test('after a pause Redis is used again', async () => {
  const server = await redisServer()
  const { cache, lines } = await process(server.url, TIMEOUT_MS)
  server.pause()
  await vi.waitUntil(async () => (await cache.versions('salon', [])) === undefined)
  server.resume()
  await vi.waitUntil(async () => (await cache.versions('salon', [])) !== undefined, { timeout: 10_000 })
  expect(lines.map(({ message }) => message)).toEqual([
    'Redis cannot be used: going on without it',
    'Redis can be used again',
  ])
})

test('while Redis is dead every question is answered from the database, at once', async () => {
  const server = await redisServer()
  const { cache, lines } = await process(server.url)
  await store(cache, 'salon')
  await server.kill()
  await vi.waitUntil(async () => (await cache.versions('salon', [])) === undefined)
  const taken = { resourceId: 'ada', start: 30_083_100, end: 30_083_160 }
  const elapsed = await msOf(async () => {
    for (let times = 0; times < 100; times += 1) {
      const range = { resourceIds: ['ada'], start: taken.start, end: taken.end }
      const question = { siteId: 'salon', range, now: new Date(), load: () => Promise.resolve([taken]) }
      expect((await cachedBusy(cache, question)).byResource.get('ada')).toHaveLength(1)
    }
  })
  expect(elapsed).toBeLessThan(SLACK_MS)
  expect(lines.length).toBeLessThanOrEqual(2)
})

test('a server that starts without Redis uses it as soon as it is there', async () => {
  const server = await redisServer()
  await server.kill()
  const { redis, lines } = connect(server.url)
  onTestFinished(() => redis.close())
  expect(await redis.isUsableWithin(100)).toBe(false)
  expect(await redis.attempt('busy', 'salon', (client) => client.exists('x'))).toBeUndefined()
  expect(lines[0]?.fields).toEqual({ reason: 'down', error: 'ECONNREFUSED' })
  await server.start()
  expect(await redis.isUsableWithin(10_000)).toBe(true)
  expect(await redis.attempt('busy', 'salon', (client) => client.exists('x'))).toBe(0)
})

test('a Redis that was restarted empty has other versions, so that no older answer is taken for right', async () => {
  const server = await redisServer()
  const { cache } = await process(server.url)
  const before = await cache.versions('salon', [day.date])
  await server.kill()
  await server.start()
  let after: typeof before
  await vi.waitUntil(
    async () => {
      after = await cache.versions('salon', [day.date])
      return after !== undefined
    },
    { timeout: 10_000 },
  )
  expect(after?.site).not.toBe(before?.site)
  expect(after?.all).not.toBe(before?.all)
})

test('a lease from before a restart is worth nothing: the change in between is forgotten too', async () => {
  const server = await redisServer()
  const { cache } = await process(server.url)
  const [known] = await cache.readBusy('salon', [day])
  await cache.invalidate('salon', { days: [day] })
  await server.kill()
  await server.start()
  await vi.waitUntil(async () => (await cache.versions('salon', [])) !== undefined, { timeout: 10_000 })
  await cache.storeBusy('salon', [{ ...day, lease: (known?.busy === undefined && known?.lease) || '', busy }])
  expect(await isKnown(cache, 'salon')).toBe(false)
})

test('an invalidation that a paused Redis did not answer is done once it is back', async () => {
  const server = await redisServer()
  const writer = await process(server.url, TIMEOUT_MS)
  const reader = await process(server.url)
  await store(reader.cache, 'salon')
  await store(reader.cache, 'spa')
  const before = await reader.cache.versions('salon', [day.date])
  server.pause()
  await writer.cache.invalidate('salon', { days: [day] })
  expect(writer.counters.of('invalidation', 'timeout')).toBe(1)
  server.resume()
  await vi.waitUntil(async () => (await writer.cache.versions('salon', [])) !== undefined, { timeout: 10_000 })
  expect(await isKnown(reader.cache, 'salon')).toBe(false)
  expect(await isKnown(reader.cache, 'spa')).toBe(true)
  expect((await reader.cache.versions('salon', [day.date]))?.all).not.toBe(before?.all)
})

test('a writer that is cut off sends its invalidations when it is back, and reads nothing of that site before', async () => {
  const server = await redisServer()
  const writer = await process(server.url)
  const reader = await process(server.url)
  await store(reader.cache, 'salon')
  // Redis refuses the writer's command and keeps what it knows, as if the line to the writer were broken.
  await askRedis(server.url, (client) => client.call('ACL', 'SETUSER', 'default', '-unlink'))
  await writer.cache.invalidate('salon', { days: [day] })
  expect(writer.counters.of('invalidation', 'failed')).toBeGreaterThanOrEqual(1)
  expect(await writer.cache.versions('salon', [day.date])).toBeUndefined()
  expect(await writer.cache.readBusy('salon', [day])).toEqual([{ busy: undefined }])
  expect(await isKnown(reader.cache, 'salon')).toBe(true)
  await askRedis(server.url, (client) => client.call('ACL', 'SETUSER', 'default', '+unlink'))
  await vi.waitUntil(async () => !(await isKnown(reader.cache, 'salon')), { timeout: 10_000 })
  await vi.waitUntil(async () => (await writer.cache.versions('salon', [])) !== undefined, { timeout: 10_000 })
})

test('a full Redis stores nothing and hurts nobody', async () => {
  const server = await redisServer()
  const { cache, counters } = await process(server.url)
  await askRedis(server.url, (client) => client.config('SET', 'maxmemory', '1'))
  expect(await cache.versions('salon', [day.date])).toBeUndefined()
  expect(await cache.readBusy('salon', [day])).toEqual([{ busy: undefined }])
  await cache.invalidate('salon', { days: [day] })
  expect(counters.of('versions', 'failed')).toBe(1)
  expect(counters.of('invalidation', 'failed')).toBe(0)
})

test('nothing is left running after it was closed', async () => {
  const server = await redisServer()
  const { cache, redis } = await openRedisCache(server.url)
  await cache.close()
  redis.close()
  expect(await cache.versions('salon', [])).toBeUndefined()
  const connections = () => askRedis(server.url, async (client) => String(await client.client('LIST')))
  await vi.waitUntil(async () => !(await connections()).includes('name=codex-booking'))
})
