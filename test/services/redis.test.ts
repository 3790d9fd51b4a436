import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Cluster, Redis } from 'ioredis'
import { expect, test, vi } from 'vitest'
import { startRedis } from './redis.ts'
import { startRedisCluster } from './redis-cluster.ts'
import { redisProgram } from './redis-program.ts'

async function ask<T>(url: string, question: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: null })
  client.on('error', () => {})
  try {
    await client.connect()
    return await question(client)
  } finally {
    client.disconnect()
  }
}

const canConnect = (url: string) =>
  ask(url, () => Promise.resolve(true)).catch((error: unknown) => {
    if (error instanceof Error) return false
    throw error
  })

test('two of them do not see each other, keep nothing on disk, and are gone when stopped', async () => {
  const [one, other] = await Promise.all([startRedis(), startRedis()])
  await ask(one.url, (client) => client.set('mine', '1'))
  expect(await ask(one.url, (client) => client.get('mine'))).toBe('1')
  expect(await ask(other.url, (client) => client.get('mine'))).toBeNull()
  expect(await ask(one.url, (client) => client.config('GET', 'save'))).toEqual(['save', ''])
  await Promise.all([one.stop(), other.stop()])
  expect(await canConnect(one.url)).toBe(false)
})

test('a killed one comes back empty at the same address', async () => {
  const redis = await startRedis()
  await ask(redis.url, (client) => client.set('mine', '1'))
  await redis.kill()
  expect(await canConnect(redis.url)).toBe(false)
  await redis.start()
  expect(await ask(redis.url, (client) => client.get('mine'))).toBeNull()
  await redis.stop()
})

test('a paused one answers nothing until it is resumed, and can be stopped', async () => {
  const redis = await startRedis()
  const client = new Redis(redis.url)
  await client.ping()
  redis.pause()
  let isAnswered = false
  const answer = client.ping().then(() => {
    isAnswered = true
  })
  await expect(vi.waitUntil(() => isAnswered, { timeout: 100 })).rejects.toThrow('Timed out')
  redis.resume()
  await answer
  redis.pause()
  client.disconnect()
  await redis.stop()
  expect(await canConnect(redis.url)).toBe(false)
})

test('ends with the process that started it, even when it is paused and that is killed', async () => {
  const starter = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { startRedis } = await import(${JSON.stringify(new URL('redis.ts', import.meta.url).href)})
     const redis = await startRedis()
     redis.pause()
     console.log(redis.url)
     setInterval(() => {}, 1000)`,
  ])
  const [url] = (await once(createInterface(starter.stdout), 'line')) as [string]
  starter.kill('SIGKILL')
  await vi.waitUntil(async () => !(await canConnect(url)), { timeout: 10_000 })
})

test('three nodes form a cluster that a client sees as one', async () => {
  const cluster = await startRedisCluster()
  const client = new Cluster(cluster.nodes.map(({ port }) => ({ host: '127.0.0.1', port })))
  const keys = Array.from({ length: 30 }, (_, index) => `key-${index}`)
  await Promise.all(keys.map((key) => client.set(key, key)))
  expect(await Promise.all(keys.map((key) => client.get(key)))).toEqual(keys)
  const sizes = await Promise.all(cluster.nodes.map(({ url }) => ask(url, (node) => node.dbsize())))
  expect(sizes.every((size) => size > 0)).toBe(true)
  expect(sizes.reduce((sum, size) => sum + size)).toBe(30)
  client.disconnect()
  await cluster.stop()
})

test('where there is no Redis, a sentence says what to install', () => {
  expect(() => redisProgram({ path: '/nowhere' })).toThrow(
    'No Redis found: install redis-server or valkey-server, or set REDIS_BIN to the path of its program.',
  )
  expect(() => redisProgram({ path: '/nowhere', install: () => ({ status: 100, stderr: 'no network\n' }) })).toThrow(
    'Installing it failed: no network',
  )
  expect(() => redisProgram({ redisBin: '/nowhere/redis' })).toThrow(
    'REDIS_BIN is /nowhere/redis, which is no program: set it to the path of a redis-server.',
  )
})

test('REDIS_BIN wins over what is on PATH', () => {
  expect(redisProgram({ redisBin: process.execPath, path: process.env.PATH })).toBe(process.execPath)
})
