import { expect, onTestFinished, test, vi } from 'vitest'
import { changesKey } from '../../../server/src/cache/redis/redis-keys.js'
import { startRedis, type ThrowawayRedis } from '../../services/redis.ts'
import { askRedis } from '../cache/ask-redis.ts'
import { type Heard, hear } from './heard.ts'
import { openRedisLive } from './lives.ts'

const tuesday = '2027-03-16'
const wednesday = '2027-03-17'

async function redisServer(): Promise<ThrowawayRedis> {
  const server = await startRedis()
  onTestFinished(() => server.stop())
  return server
}

async function process(url: string, options: Parameters<typeof openRedisLive>[1] = {}) {
  const opened = await openRedisLive(url, options)
  onTestFinished(() => opened.close())
  return opened
}

async function first(heard: Heard): Promise<Heard> {
  await heard.count(1)
  return heard
}

test('after Redis was gone everybody who listens is told to look at everything again, and hears what comes then', async () => {
  const server = await redisServer()
  const [mine, theirs] = [await process(server.url), await process(server.url)]
  const heard = await first(hear(mine.live.listen('salon')))
  await server.kill()
  await server.start()
  const [, reset] = await heard.count(2)
  expect(reset).toEqual({ type: 'reset', id: expect.any(String) as string })
  expect(await theirs.redis.isUsableWithin(10_000)).toBe(true)
  await theirs.live.publish('salon', [tuesday])
  const [, , changed] = await heard.count(3)
  expect(changed).toMatchObject({ type: 'changed', dates: [tuesday] })
})

test('who hears again after his line was cut is told just what he has missed', async () => {
  const server = await redisServer()
  const { live } = await process(server.url)
  const heard = await first(hear(live.listen('salon')))
  // In one step, so that nobody can be back before it was said.
  await askRedis(server.url, (client) =>
    client
      .multi()
      .call('CLIENT', 'KILL', 'TYPE', 'pubsub')
      .xadd(changesKey('salon'), '*', 'dates', JSON.stringify([tuesday]))
      .exec(),
  )
  expect((await heard.count(2))[1]).toEqual({ type: 'changed', id: expect.any(String) as string, dates: [tuesday] })
})

test('a change that was said and not heard is told with the next one', async () => {
  const server = await redisServer()
  const { live } = await process(server.url)
  const heard = await first(hear(live.listen('salon')))
  await askRedis(server.url, (client) => client.xadd(changesKey('salon'), '*', 'dates', JSON.stringify([tuesday])))
  await live.publish('salon', [wednesday])
  expect((await heard.count(2))[1]).toMatchObject({ type: 'changed', dates: [tuesday, wednesday] })
  await live.publish('salon', [wednesday])
  expect((await heard.count(3))[2]).toMatchObject({ type: 'changed', dates: [wednesday] })
})

test('or after a while, where no other comes', async () => {
  const server = await redisServer()
  const { live } = await process(server.url, { catchUpPauseMs: 20 })
  const heard = await first(hear(live.listen('salon')))
  await askRedis(server.url, (client) => client.xadd(changesKey('salon'), '*', 'dates', JSON.stringify([tuesday])))
  expect((await heard.count(2))[1]).toMatchObject({ type: 'changed', dates: [tuesday] })
})

test('who comes back after Redis has lost everything looks at everything again', async () => {
  const server = await redisServer()
  const { live, redis } = await process(server.url)
  const heard = await first(hear(live.listen('salon')))
  heard.stop()
  await server.kill()
  await server.start()
  await vi.waitUntil(async () => (await redis.attempt('live', 'salon', (client) => client.exists('x'))) === 0, 10_000)
  const back = await first(hear(live.listen('salon', { lastEventId: heard.events[0]?.id })))
  expect(back.events[0]?.type).toBe('reset')
})

test('without Redis who listens looks at everything at once, and again once there is Redis', async () => {
  const server = await redisServer()
  const { live } = await process(server.url)
  await server.kill()
  const heard = await first(hear(live.listen('salon')))
  expect(heard.events).toEqual([{ type: 'reset' }])
  await server.start()
  const [, reset] = await heard.count(2)
  expect(reset).toEqual({ type: 'reset', id: expect.any(String) as string })
})

test('a change without Redis is heard in its own process at once, and in the others once there is Redis', async () => {
  const server = await redisServer()
  const [mine, theirs] = [await process(server.url), await process(server.url)]
  const [here, there] = [await first(hear(mine.live.listen('salon'))), await first(hear(theirs.live.listen('salon')))]
  // Redis refuses to take the change and is there for everything else.
  await askRedis(server.url, (client) => client.call('ACL', 'SETUSER', 'default', '-xadd'))
  await mine.live.publish('salon', [tuesday])
  expect((await here.count(2))[1]).toEqual({ type: 'changed', dates: [tuesday] })
  expect(mine.counters.of('live', 'failed')).toBeGreaterThanOrEqual(1)
  expect(there.events).toHaveLength(1)
  await askRedis(server.url, (client) => client.call('ACL', 'SETUSER', 'default', '+xadd'))
  expect((await there.count(2))[1]).toMatchObject({ type: 'changed', dates: [tuesday] })
})

test('a paused Redis delays nobody by more than the bound', async () => {
  const server = await redisServer()
  const { live } = await process(server.url, { timeoutMs: 150 })
  await first(hear(live.listen('spa')))
  server.pause()
  const start = performance.now()
  const heard = await first(hear(live.listen('salon')))
  expect(heard.events).toEqual([{ type: 'reset' }])
  await live.publish('salon', [tuesday])
  expect(await heard.count(2)).toContainEqual({ type: 'changed', dates: [tuesday] })
  expect(performance.now() - start).toBeLessThan(2_000)
  server.resume()
  // It is told again, with a place in the stream: what happened during the pause was heard by nobody.
  await vi.waitUntil(() => heard.events.some(({ type, id }) => type === 'reset' && id !== undefined), 10_000)
})

test('what is not ours on a channel hurts nobody', async () => {
  const server = await redisServer()
  const { live } = await process(server.url)
  const heard = await first(hear(live.listen('salon')))
  const future = '9999999999999-0'
  for (const text of [
    '',
    'x',
    `0-0 ${future} {`,
    `0-0 ${future} {"a":1}`,
    `0-0 ${future} [1]`,
    `${future} ${future} []`,
  ])
    await askRedis(server.url, (client) => client.publish(changesKey('salon'), text))
  await live.publish('salon', [wednesday])
  await vi.waitUntil(() => heard.events.some((event) => event.type === 'changed' && event.dates.includes(wednesday)))
})

test('one connection hears all sites, and leaves the channels that nobody needs', async () => {
  const server = await redisServer()
  const { live } = await process(server.url)
  const sites = ['salon', 'spa', 'clinic']
  const all = await Promise.all(sites.flatMap((site) => [0, 1].map(() => first(hear(live.listen(site))))))
  const channels = () => askRedis(server.url, async (client) => (await client.pubsub('CHANNELS')) as string[])
  expect((await channels()).toSorted()).toEqual(sites.map(changesKey).toSorted())
  const connections = await askRedis(server.url, async (client) =>
    String(await client.client('LIST', 'TYPE', 'PUBSUB')),
  )
  expect(connections.trim().split('\n')).toHaveLength(1)
  for (const heard of all) heard.stop()
  await vi.waitUntil(async () => (await channels()).length === 0)
})

test('of each site only so many changes are remembered, and for an hour', async () => {
  const server = await redisServer()
  const { live } = await process(server.url)
  for (let times = 0; times < 1_500; times += 1) await live.publish('salon', [tuesday])
  expect(await askRedis(server.url, (client) => client.xlen(changesKey('salon')))).toBeLessThan(1_200)
  const ttl = await askRedis(server.url, (client) => client.ttl(changesKey('salon')))
  expect(ttl).toBeGreaterThan(3_500)
  expect(ttl).toBeLessThanOrEqual(3_600)
})
