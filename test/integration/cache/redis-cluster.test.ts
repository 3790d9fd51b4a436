import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { siteVersionKey } from '../../../server/src/cache/redis/redis-keys.js'
import { startRedisCluster } from '../../services/redis-cluster.ts'
import { askRedis } from './ask-redis.ts'
import { openRedisCache } from './caches.ts'

const TIMEOUT_MS = 150
const SLACK_MS = 1_500
const date = '2027-03-16'

const cluster = await startRedisCluster()
afterAll(() => cluster.stop())
const [first, ...others] = cluster.nodes
if (!first) throw new Error('The cluster has no nodes.')

/** Sites whose keys the first node has, and sites whose keys it has not. */
async function sites(): Promise<{ there: string[]; elsewhere: string[] }> {
  const all = Array.from({ length: 40 }, () => randomUUID())
  const slots = await askRedis(first?.url ?? '', (node) =>
    Promise.all(all.map((site) => node.cluster('KEYSLOT', siteVersionKey(site)))),
  )
  const isThere = (_: string, index: number) => Number(slots[index]) < Math.floor(16_384 / 3)
  return { there: all.filter(isThere), elsewhere: all.filter((site, index) => !isThere(site, index)) }
}

test('all keys of a site are on one node, and the sites are spread over the nodes', async () => {
  const { cache, close } = await openRedisCache(cluster.url)
  const { there, elsewhere } = await sites()
  for (const site of [...there, ...elsewhere]) {
    const days = ['ada', 'bo'].map((resourceId) => ({ resourceId, date }))
    const known = await cache.readBusy(site, days)
    const entries = known.map((one, index) => ({
      resourceId: days[index]?.resourceId ?? '',
      date,
      lease: (one.busy === undefined && one.lease) || '',
      busy: [],
    }))
    await cache.storeBusy(site, entries)
    expect(await cache.readBusy(site, days)).toEqual([{ busy: [] }, { busy: [] }])
  }
  const keysOn = (url: string) => askRedis(url, (node) => node.keys('*'))
  const sitesOn = async (url: string) => new Set((await keysOn(url)).map((key) => /\{(.*)\}/.exec(key)?.[1]))
  expect(await sitesOn(first.url)).toEqual(new Set(there))
  const rest = await Promise.all(others.map(({ url }) => sitesOn(url)))
  expect(new Set(rest.flatMap((names) => [...names]))).toEqual(new Set(elsewhere))
  await close()
})

test('a node that does not answer delays one call, and those with other nodes not at all', async () => {
  const { cache, counters, close } = await openRedisCache(cluster.url, { timeoutMs: TIMEOUT_MS })
  const { there, elsewhere } = await sites()
  const ask = (site: string) => cache.versions(site, [date])
  // Connections to all nodes are made before one is paused.
  for (const site of [...there, ...elsewhere]) await vi.waitUntil(async () => (await ask(site)) !== undefined)
  const timeouts = counters.of('versions', 'timeout')

  first.pause()
  const start = performance.now()
  for (const site of there) expect(await ask(site)).toBeUndefined()
  for (const site of elsewhere) expect(await ask(site)).toBeDefined()
  const elapsed = performance.now() - start
  expect(counters.of('versions', 'timeout')).toBe(timeouts + 1)
  expect(elapsed).toBeLessThan(TIMEOUT_MS + SLACK_MS)

  first.resume()
  for (const site of there) await vi.waitUntil(async () => (await ask(site)) !== undefined, { timeout: 20_000 })
  await close()
})

test('a node that is gone is an error at once', async () => {
  const { cache, counters, close } = await openRedisCache(cluster.url)
  const { there } = await sites()
  for (const site of there) await cache.versions(site, [date])
  await first.kill()
  await vi.waitUntil(async () => (await cache.versions(there[0] ?? '', [date])) === undefined)
  const start = performance.now()
  for (const site of there) expect(await cache.versions(site, [date])).toBeUndefined()
  expect(performance.now() - start).toBeLessThan(SLACK_MS)
  expect(counters.of('versions', 'timeout')).toBe(0)
  await close()
})
