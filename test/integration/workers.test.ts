import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { insertSite } from '../../server/src/store/insert-site.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { type ServerProcess, startServer } from '../process/server.ts'
import { createDatabase } from '../services/database.ts'
import { salon } from './salon.ts'

const PATIENCE = { timeout: 30_000 }
const asDemo = { authorization: 'Bearer pk_demo', 'content-type': 'application/json' }

const { url: databaseUrl, drop } = await createDatabase()
const onPostgres = { DATABASE_URL: databaseUrl, MANAGE_TOKEN_SECRETS: 'a-secret-of-at-least-32-characters' }
const database = await openDatabase({ databaseUrl })
await insertSite(database, { ...salon, publishableKey: 'pk_demo' })
await database.close()
afterAll(drop)

interface LogLine {
  pid: number
  msg: string
  worker?: number
  workerPid?: number
}

/** Everything that a server logged. */
const logOf = (server: ServerProcess): LogLine[] =>
  server
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('{"') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as LogLine)

/** The processes that became ready so far, in order. */
const workersOf = (server: ServerProcess): number[] =>
  logOf(server).flatMap(({ msg, workerPid }) => (msg === 'a worker is ready' && workerPid ? [workerPid] : []))

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** As many workers as asked for, all of them ready. */
async function startWorkers(count: number, env: Record<string, string> = {}) {
  const server = await startServer({
    command: 'start',
    args: ['--workers', `${count}`],
    env: { ...onPostgres, ...env },
  })
  await expect.poll(() => workersOf(server), PATIENCE).toHaveLength(count)
  const [, metrics = ''] = /^Metrics +(\S+)$/m.exec(server.printed()) ?? []
  return { server, metrics: async () => (await fetch(metrics)).text() }
}

/** On a connection of its own, so that any worker may get it. */
const askAnew = (url: string) => fetch(url, { headers: { ...asDemo, connection: 'close' } })

/** A booking whose body comes late. */
async function slowBooking(url: string) {
  const request = httpRequest(`${url}/v1/bookings`, {
    method: 'POST',
    // Once the server has asked for the body, it is at work.
    headers: { ...asDemo, 'content-length': 2, expect: '100-continue' },
  })
  request.on('error', () => {})
  const answered = once(request, 'response').then(([response]) => (response as { statusCode: number }).statusCode)
  answered.catch(() => {})
  request.flushHeaders()
  await once(request, 'continue')
  return { answered, finish: () => request.end('{}') }
}

test('several workers share the port; one that dies is replaced; told to stop, each finishes what it does', async () => {
  const { server, metrics } = await startWorkers(3, { METRICS_PORT: '0' })
  onTestFinished(() => server.kill())
  const answering = () => new Set(logOf(server).flatMap(({ msg, pid }) => (msg === 'request' ? [pid] : [])))
  expect(logOf(server).filter(({ msg }) => msg.includes('caches are off'))).toHaveLength(1)
  let asked = 0
  await expect
    .poll(async () => {
      expect((await askAnew(`${server.url}/v1/site`)).status).toBe(200)
      asked += 1
      return answering().size
    }, PATIENCE)
    .toBe(3)
  expect(answering()).toEqual(new Set(workersOf(server)))

  const text = await metrics()
  const counts = [...text.matchAll(/^codex_http_request_duration_seconds_count\{(.*)\} (\d+)$/gm)]
  expect(new Set(counts.map(([, labels = '']) => /worker="(\d)"/.exec(labels)?.[1]))).toEqual(new Set(['1', '2', '3']))
  expect(counts.reduce((sum, [, , count]) => sum + Number(count), 0)).toBe(asked)
  expect(text).toMatch(/^process_start_time_seconds\{worker="2"\} \d/m)
  expect(text).toContain('\ncodex_workers 3\n')
  expect(text.match(/^# TYPE codex_http_request_duration_seconds /gm)).toHaveLength(1)

  const [first = 0] = workersOf(server)
  process.kill(first, 'SIGKILL')
  await expect.poll(() => workersOf(server), PATIENCE).toHaveLength(4)
  const ended = logOf(server).find(({ msg }) => msg === 'a worker ended')
  expect(ended).toMatchObject({ workerPid: first, signal: 'SIGKILL' })
  const after = await metrics()
  expect(after).toMatch(/^codex_worker_ends_total 1$/m)
  expect(after).toMatch(/^codex_workers 3$/m)
  expect((await askAnew(`${server.url}/ready`)).status).toBe(200)

  const slow = await slowBooking(server.url)
  const stopped = server.stop()
  await expect
    .poll(() => logOf(server).filter(({ msg }) => msg.startsWith('The primary stops')), PATIENCE)
    .toHaveLength(3)
  slow.finish()
  expect(await slow.answered).toBe(422)
  expect(await stopped).toBe(0)
  expect(workersOf(server).filter(isAlive)).toEqual([])
}, 120_000)

test('where workers end as soon as they start, the server gives up with a sentence, and nothing is left', async () => {
  const { server } = await startWorkers(2)
  onTestFinished(() => server.kill())
  const killed = new Set<number>()
  await expect
    .poll(
      () => {
        for (const pid of workersOf(server)) {
          if (!killed.has(pid) && isAlive(pid)) process.kill(pid, 'SIGKILL')
          killed.add(pid)
        }
        return server.printed()
      },
      { timeout: 100_000 },
    )
    .toContain('Workers end as soon as they start, 5 times in a row, the last one with SIGKILL.')
  expect(await server.ended).toBe(1)
  expect(workersOf(server).filter(isAlive)).toEqual([])
}, 120_000)

test('where the grace ends before a worker does, the exit code is 1, and nothing is left', async () => {
  const { server } = await startWorkers(2, { SHUTDOWN_GRACE_SECONDS: '1' })
  onTestFinished(() => server.kill())
  await slowBooking(server.url)
  expect(await server.stop()).toBe(1)
  await expect.poll(() => workersOf(server).filter(isAlive), PATIENCE).toEqual([])
}, 120_000)

test('no worker outlives the process that started it, however that ends', async () => {
  const { server } = await startWorkers(2)
  await server.kill()
  await expect.poll(() => workersOf(server).filter(isAlive), PATIENCE).toEqual([])
}, 120_000)
