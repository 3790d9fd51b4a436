import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../../server/src/clock.js'
import { type Config, readConfig } from '../../../server/src/config.js'
import { startServer } from '../../../server/src/main.js'
import { createMetrics } from '../../../server/src/plugins/metrics/metrics.js'
import { openMemory } from '../../../server/src/start/open-memory.js'
import { openStorage } from '../../../server/src/start/open-storage.js'
import { openDatabase } from '../../../server/src/store/open-database.js'
import { createDatabase } from '../../services/database.ts'
import { startRedis } from '../../services/redis.ts'
import { guest, salon } from '../salon.ts'
import { DAY, NOW, type SalonServer, serveSalon } from '../salon-server.ts'
import { readEvents } from './event-reader.ts'

const redis = await startRedis()
const { url: databaseUrl, drop } = await createDatabase()
const database = await openDatabase({ databaseUrl })
afterAll(async () => {
  await database.close()
  await drop()
  await redis.stop()
})

const configOf = (env: Record<string, string>): Config =>
  readConfig({
    PORT: '0',
    METRICS_PORT: 'off',
    LOG_LEVEL: 'silent',
    SHUTDOWN_DELAY_SECONDS: '0',
    DATABASE_URL: databaseUrl,
    MANAGE_TOKEN_SECRETS: 'a-secret-of-at-least-32-characters',
    ...env,
  })

/** Answers, and does nothing by itself, like a process that was killed right after its last answer. */
async function serveWithoutSweeps({ redis: address, isOnlyProcess }: Config): Promise<SalonServer> {
  const log = { info: () => {}, warn: () => {} }
  const { cacheCounters: counters } = createMetrics()
  const { cache, live, close } = openMemory({
    redis: address,
    database,
    isOnlyProcess,
    clock: systemClock,
    counters,
    log,
  })
  onTestFinished(close)
  return serveSalon(database, salon, { cache, live })
}

const BEHIND_MS = 60_000

/** A whole server as it runs, somebody who listens to it, and its own idea of the time: a minute behind the database's. */
async function startBeside({ site, clock }: SalonServer, config: Config) {
  const metrics = createMetrics()
  const server = await startServer({
    config,
    metrics,
    storage: await openStorage(config),
    clock: {
      now: () => new Date(clock.now().getTime() - BEHIND_MS),
      get offsetMs() {
        return clock.offsetMs
      },
    },
  })
  const listener = await readEvents({ url: server.apiUrl, key: site.publishableKey })
  onTestFinished(async () => {
    listener.leave()
    await server.close()
  })
  await listener.count(1)
  const ask = async (tag?: string) => {
    const headers = { authorization: `Bearer ${site.publishableKey}`, ...(tag && { 'if-none-match': tag }) }
    const answer = await fetch(`${server.apiUrl}/v1/slots?items=cut%40ada&date=${DAY}`, { headers })
    const { status } = answer
    const { starts } = status === 200 ? ((await answer.json()) as { starts: { start: string }[] }) : { starts: [] }
    return { status, tag: answer.headers.get('etag') ?? undefined, starts: starts.map((one) => one.start) }
  }
  return { listener, ask, metrics }
}

const start = `${DAY}T10:00:00+01:00`
const visit = { start, items: [{ serviceId: 'cut', resourceId: 'ada' }] }
const ranOut = new Date(NOW.getTime() + 5 * 60_000 + 1_000)
const changed = { type: 'changed', dates: [DAY] }

describe.each([
  ['Redis', { REDIS_URL: redis.url }],
  ['the database', {}],
])('through %s', (_, env) => {
  const config = configOf(env)

  test('a hold that runs out is told once, by any process but the one that made it, and its time is there', async () => {
    const maker = await serveWithoutSweeps(config)
    const servers = [await startBeside(maker, config), await startBeside(maker, config)]
    expect((await maker.call('POST', '/v1/holds', { body: visit })).status).toBe(201)
    for (const { listener } of servers) await listener.count(2)
    const before = await Promise.all(servers.map(({ ask }) => ask()))
    for (const { starts } of before) expect(starts).not.toContain(start)

    maker.clock.set(ranOut)
    for (const [index, { listener, ask }] of servers.entries()) {
      await listener.count(3)
      const after = await ask(before[index]?.tag)
      expect(after.status).toBe(200)
      expect(after.starts).toContain(start)
    }

    // What is told next comes right after it: nothing was told twice.
    const later = { ...visit, start: '2027-03-17T10:00:00+01:00', client: guest }
    expect((await maker.call('POST', '/v1/bookings', { body: later })).status).toBe(201)
    for (const { listener } of servers) {
      const [, ...told] = await listener.count(4)
      expect(told).toMatchObject([changed, changed, { type: 'changed', dates: ['2027-03-17'] }])
    }
  })
})

test('where the transaction has to begin again it is told all the same, and the retry is counted', async () => {
  const config = configOf({})
  const maker = await serveWithoutSweeps(config)
  const { listener, metrics } = await startBeside(maker, config)
  expect((await maker.call('POST', '/v1/holds', { body: visit })).status).toBe(201)
  await listener.count(2)
  // A sequence counts on where a transaction is rolled back.
  await database.session((session) =>
    session.run(`CREATE SEQUENCE attempts;
      CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('attempts') = 1 THEN RAISE EXCEPTION 'as told' USING ERRCODE = '40001'; END IF;
        RETURN OLD;
      END $$;
      CREATE TRIGGER fail_once BEFORE DELETE ON blocks FOR EACH ROW EXECUTE FUNCTION fail_once()`),
  )
  maker.clock.set(ranOut)
  expect((await listener.count(3))[2]).toMatchObject(changed)
  expect(await metrics.registry.metrics()).toContain(
    'codex_transaction_retries_total{cause="conflict",sqlstate="40001"} 1\n',
  )
})
