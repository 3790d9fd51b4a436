import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { createDatabase } from '../../services/database.ts'
import { startRedis } from '../../services/redis.ts'
import { guest, salon } from '../salon.ts'
import { DAY, type SalonServer, serveSalon } from '../salon-server.ts'
import { openRedisCache } from './caches.ts'

const TIMEOUT_MS = 150
/** What a busy machine may add to any time that is measured; waiting for each call would take longer. */
const SLACK_MS = 6_000
const PATIENCE = { timeout: 15_000 }

/** Two servers that share a Redis, and one that remembers nothing. */
async function openServers() {
  const redis = await startRedis()
  const { url, drop } = await createDatabase()
  const database = await openDatabase({ databaseUrl: url })
  const caches = await Promise.all([1, 2].map(() => openRedisCache(redis.url, { timeoutMs: TIMEOUT_MS })))
  onTestFinished(async () => {
    await Promise.all(caches.map(({ close }) => close()))
    await redis.stop()
    await database.close()
    await drop()
  })
  const [mine, theirs] = caches
  if (!mine || !theirs) throw new Error('There are two')
  const first = await serveSalon(database, salon, { cache: mine.cache })
  return {
    redis,
    counters: mine.counters,
    mine: first,
    theirs: await serveSalon(database, salon, { beside: first, cache: theirs.cache }),
    honest: await serveSalon(database, salon, { beside: first }),
  }
}

const ask = (server: SalonServer, who = 'ada') =>
  server.call('GET', '/v1/slots', { query: { items: `cut@${who}`, date: DAY } })
const book = (server: SalonServer, hour: number) =>
  server.call('POST', '/v1/bookings', {
    body: {
      start: `${DAY}T${String(hour).padStart(2, '0')}:00:00+01:00`,
      items: [{ serviceId: 'cut', resourceId: 'ada' }],
      client: guest,
    },
  })

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Asks until the answer is remembered, and says what all the answers were. */
async function remember(server: SalonServer): Promise<unknown[]> {
  const bodies: unknown[] = []
  await vi.waitFor(async () => {
    const { body, headers } = await ask(server)
    bodies.push(body)
    expect(headers.etag).toBeDefined()
  }, PATIENCE)
  return bodies
}

test('with a Redis that answers nothing everything goes on, right, and nobody waits but the first', async () => {
  const { redis, mine, honest, counters } = await openServers()
  await remember(mine)
  redis.pause()
  await ask(mine)
  const ms = await msOf(async () => {
    for (let hour = 9; hour < 17; hour += 1) {
      expect((await book(mine, hour)).status).toBe(201)
      for (let times = 0; times < 5; times += 1) {
        const answer = await ask(mine)
        expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' })
        expect(answer.headers.etag).toBeUndefined()
        expect(answer.body).toEqual((await ask(honest)).body)
      }
    }
  })
  // Each of 56 requests asks more than once.
  expect(ms).toBeLessThan(56 * TIMEOUT_MS + SLACK_MS)
  expect(counters.of('versions', 'timeout') + counters.of('busy', 'timeout')).toBeLessThan(3)
  expect(counters.of('versions', 'skipped')).toBeGreaterThan(0)
})

test('what was booked while Redis answered nothing is never shown as free by who booked it, and soon by nobody', async () => {
  const { redis, mine, theirs, honest } = await openServers()
  await remember(mine)
  await remember(theirs)
  redis.pause()
  expect((await book(mine, 9)).status).toBe(201)
  const truth = (await ask(honest)).body
  expect((await ask(mine)).body).toEqual(truth)
  redis.resume()
  for (const body of await remember(mine)) expect(body).toEqual(truth)
  await vi.waitFor(async () => expect((await ask(theirs)).body).toEqual(truth), PATIENCE)
})

test('what was booked while Redis was dead is shown as free by nobody once it is back', async () => {
  const { redis, mine, theirs, honest } = await openServers()
  await remember(mine)
  await remember(theirs)
  await redis.kill()
  await vi.waitFor(async () => expect((await ask(theirs)).headers.etag).toBeUndefined(), PATIENCE)
  expect((await book(mine, 9)).status).toBe(201)
  const truth = (await ask(honest)).body
  await redis.start()
  for (const server of [theirs, mine]) for (const body of await remember(server)) expect(body).toEqual(truth)
})
