import { Agent } from 'node:http'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { insertSite } from '../../server/src/store/insert-site.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { type SiteDescription, WEEKDAYS } from '../../server/src/store/site-description.js'
import { startBalancer } from '../process/balancer.ts'
import { type LoadRequest, type NextRequest, send, startLoad } from '../process/constant-load.ts'
import { type ServerProcess, startServer } from '../process/server.ts'
import { createDatabase } from '../services/database.ts'
import { audit } from './booking/audit.ts'
import { guest, salon } from './salon.ts'

const PATIENCE = { timeout: 60_000 }
const ROWS = 20

const { url: databaseUrl, drop } = await createDatabase()
const database = await openDatabase({ databaseUrl })
const bath: SiteDescription = {
  ...salon,
  publishableKey: 'pk_demo',
  // So that every hour of every day can be booked alike.
  timeZone: 'UTC',
  hours: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, '09:00-18:00'])),
  resources: salon.resources.map((one) => (one.slug === 'sauna' ? { ...one, capacity: 100 } : one)),
}
await insertSite(database, bath)
afterAll(async () => {
  await database.close()
  await drop()
})

const headers = { authorization: 'Bearer pk_demo' }
const DAYS = 60
const HOURS = 9
const A_DAY_MS = 86_400_000
/** Of all bookings that were sent. */
const keys: string[] = []

/** A visit that nobody is in the way of, with a key of its own, by which it is found again. */
function booking(): LoadRequest {
  const number = keys.length
  const key = `booking-${number}`
  keys.push(key)
  const [day = ''] = new Date(Date.now() + (1 + (number % DAYS)) * A_DAY_MS).toISOString().split('T')
  const hour = 9 + (Math.floor(number / DAYS) % HOURS)
  const start = `${day}T${String(hour).padStart(2, '0')}:00:00Z`
  const body = JSON.stringify({ start, items: [{ serviceId: 'sauna' }], client: guest, metadata: { key } })
  return {
    method: 'POST',
    path: '/v1/bookings',
    headers: {
      ...headers,
      'idempotency-key': key,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
    },
    body,
    status: 201,
  }
}

/** The keys of all bookings that are there, of each as often as it is there. */
const stored = async (): Promise<string[]> => {
  expect(await audit(database.sql)).toEqual([])
  const rows = await database.sql.query<{ key: string }>(`SELECT metadata->>'key' AS key FROM bookings`)
  return rows.map(({ key }) => key).toSorted()
}

const requests: NextRequest[] = [
  () => ({ method: 'GET', path: '/v1/site', headers, status: 200 }),
  () => ({ method: 'GET', path: '/health', headers: {}, status: 200 }),
  booking,
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

test('servers behind a balancer that asks /ready are restarted one after the other: no request fails, and every booking is there once', async () => {
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
  expect(keys.length).toBeGreaterThan(4 * ROWS)
  expect(await stored()).toEqual(keys.toSorted())
}, 300_000)

test('a client that keeps its connections finds each of them ended with an answer, never instead of one', async () => {
  const { url, stop, kill } = await start({ SHUTDOWN_DELAY_SECONDS: '0' })
  onTestFinished(kill)
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  let answered = 0
  const answeredKeys = await stored()

  /** Asks until there is no answer any more. @returns why */
  const askOnAndOn = async (next: NextRequest): Promise<string> => {
    for (;;) {
      const one = next()
      try {
        expect((await send(url, agent, one)).status).toBe(one.status)
        answered += 1
        if (one.method === 'POST') answeredKeys.push(one.headers['idempotency-key'] ?? '')
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : String(error)
      }
    }
  }
  const rows = Array.from({ length: ROWS }, (_, row) => askOnAndOn(requests[row % requests.length] as NextRequest))
  await goOn({ answered: () => answered })
  expect(await stop()).toBe(0)
  // What comes after the last answer is a new connection, and nothing was sent on that.
  expect(await Promise.all(rows)).toEqual(rows.map(() => 'ECONNREFUSED'))
  expect(await stored()).toEqual(answeredKeys.toSorted())
}, 120_000)
