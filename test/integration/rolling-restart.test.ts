import { Agent } from 'node:http'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { insertSite } from '../../server/src/store/insert-site.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { startBalancer } from '../process/balancer.ts'
import { type LoadRequest, send, startLoad } from '../process/constant-load.ts'
import { type ServerProcess, startServer } from '../process/server.ts'
import { createDatabase } from '../services/database.ts'
import { salon } from './salon.ts'

const PATIENCE = { timeout: 60_000 }
const ROWS = 20

const { url: databaseUrl, drop } = await createDatabase()
const database = await openDatabase({ databaseUrl })
await insertSite(database, { ...salon, publishableKey: 'pk_demo' })
await database.close()
afterAll(drop)

const headers = { authorization: 'Bearer pk_demo' }
const requests: LoadRequest[] = [
  { method: 'GET', path: '/v1/site', headers, status: 200 },
  { method: 'GET', path: '/health', headers: {}, status: 200 },
  // What a client may not send a second time by itself.
  {
    method: 'POST',
    path: '/v1/bookings',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': '2' },
    body: '{}',
    status: 422,
  },
]

const start = (env: Record<string, string>): Promise<ServerProcess> =>
  startServer({
    command: 'start',
    env: {
      DATABASE_URL: databaseUrl,
      MANAGE_TOKEN_SECRETS: 'a-secret-of-at-least-32-characters',
      LOG_LEVEL: 'warn',
      ...env,
    },
  })

/** More answers than there are requests on the way. */
const goOn = async (load: { answered(): number }) => {
  const before = load.answered()
  await expect.poll(() => load.answered(), PATIENCE).toBeGreaterThan(before + 3 * ROWS)
}

test('servers behind a balancer that asks /ready are restarted one after the other, and no request fails', async () => {
  const env = { SHUTDOWN_DELAY_SECONDS: '1' }
  const servers = await Promise.all([start(env), start(env)])
  onTestFinished(async () => void (await Promise.all(servers.map((server) => server.kill()))))
  const balancer = await startBalancer(servers.map(({ url }) => url))
  onTestFinished(() => balancer.close())
  await expect.poll(() => balancer.up(), PATIENCE).toHaveLength(2)
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())

  const load = startLoad(() => balancer.url, agent, requests, ROWS)
  await goOn(load)
  for (let restarts = 0; restarts < 4; restarts += 1) {
    const at = restarts % 2
    const { url, stop } = servers[at] as ServerProcess
    expect(await stop()).toBe(0)
    expect(balancer.up()).not.toContain(url)
    servers[at] = await start({ ...env, PORT: new URL(url).port })
    await expect.poll(() => balancer.up(), PATIENCE).toHaveLength(2)
    await goOn(load)
  }
  await load.stop()
  expect(load.failures()).toEqual([])
}, 300_000)

test('a client that keeps its connections finds each of them ended with an answer, never instead of one', async () => {
  const { url, stop, kill } = await start({ SHUTDOWN_DELAY_SECONDS: '0' })
  onTestFinished(kill)
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  let answered = 0

  /** Asks until there is no answer any more. @returns why */
  const askOnAndOn = async (one: LoadRequest): Promise<string> => {
    for (;;) {
      try {
        expect((await send(url, agent, one)).status).toBe(one.status)
        answered += 1
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : String(error)
      }
    }
  }
  const rows = Array.from({ length: ROWS }, (_, row) => askOnAndOn(requests[row % requests.length] as LoadRequest))
  await goOn({ answered: () => answered })
  expect(await stop()).toBe(0)
  // What comes after the last answer is a new connection, and nothing was sent on that.
  expect(await Promise.all(rows)).toEqual(rows.map(() => 'ECONNREFUSED'))
}, 120_000)
