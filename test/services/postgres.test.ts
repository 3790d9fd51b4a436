import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { startPostgres } from './postgres.ts'

async function show(url: string, setting: string): Promise<string> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<{ value: string }>(`SELECT current_setting('${setting}') AS value`)
    return rows[0]?.value ?? ''
  } finally {
    await client.end()
  }
}

test('is durable only when asked, and leaves nothing behind when stopped', async () => {
  const [fast, durable] = await Promise.all([startPostgres(), startPostgres({ durable: true })])
  expect(await show(fast.url, 'synchronous_commit')).toBe('off')
  expect(await show(durable.url, 'synchronous_commit')).toBe('on')
  expect(await show(durable.url, 'fsync')).toBe('on')

  const directory = await show(fast.url, 'data_directory')
  await Promise.all([fast.stop(), durable.stop()])
  expect(existsSync(directory)).toBe(false)
  await expect(show(fast.url, 'fsync')).rejects.toThrow('ECONNREFUSED')
})

test('comes back after a crash at the same address, with all that was committed', async () => {
  const server = await startPostgres({ durable: true })
  const client = new pg.Client(server.url)
  const cut = new Promise((resolve) => client.on('error', resolve))
  await client.connect()
  await client.query('CREATE TABLE kept AS SELECT 7 AS row')
  await server.crash()
  await cut
  await expect(show(server.url, 'fsync')).rejects.toThrow('ECONNREFUSED')
  await server.start()
  const again = new pg.Client(server.url)
  await again.connect()
  expect((await again.query('SELECT row FROM kept')).rows).toEqual([{ row: 7 }])
  await again.end()
  const directory = await show(server.url, 'data_directory')
  await server.stop()
  expect(existsSync(directory)).toBe(false)
})

test('ends with the process that started it, even when that is killed', async () => {
  const starter = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `const { startPostgres } = await import(${JSON.stringify(new URL('postgres.ts', import.meta.url).href)})
     console.log((await startPostgres()).url)
     setInterval(() => {}, 1000)`,
  ])
  const [url] = (await once(createInterface(starter.stdout), 'line')) as [string]
  const directory = await show(url, 'data_directory')
  starter.kill('SIGKILL')
  await vi.waitUntil(() => !existsSync(directory), { timeout: 10_000 })
  await expect(show(url, 'fsync')).rejects.toThrow('ECONNREFUSED')
})
