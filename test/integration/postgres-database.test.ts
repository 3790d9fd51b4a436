import { afterAll, describe, expect, test } from 'vitest'
import { failureKind } from '../../server/src/store/failure-kind.js'
import { insertSite } from '../../server/src/store/insert-site.js'
import { openPostgres } from '../../server/src/store/postgres-database.js'
import { createDatabase } from '../services/database.ts'
import { execute } from '../services/execute.ts'
import { startPostgres } from '../services/postgres.ts'
import { silentLine } from '../services/silent-line.ts'

const { url, drop } = await createDatabase()
const database = openPostgres(url)
afterAll(async () => {
  await database.close()
  await drop()
})

const terminate = (pid: number) => execute(url, `SELECT pg_terminate_backend(${pid})`)
const backend = "SELECT pg_backend_pid() AS pid, current_setting('application_name') AS application"

describe('a database with habits of its own', async () => {
  const strange = await createDatabase()
  const name = new URL(strange.url).pathname.slice(1)
  await execute(strange.url, `ALTER DATABASE ${name} SET default_transaction_isolation = 'serializable'`)
  await execute(strange.url, `ALTER DATABASE ${name} SET timezone = 'Asia/Tokyo'`)
  const opened = openPostgres(strange.url)
  afterAll(async () => {
    await opened.close()
    await strange.drop()
  })

  test('transactions are READ COMMITTED all the same', async () => {
    expect(await opened.transaction((tx) => tx.query('SHOW transaction_isolation'))).toEqual([
      { transaction_isolation: 'read committed' },
    ])
  })

  test('Prisma reads the instant that it wrote', async () => {
    const now = new Date('2027-07-01T22:15:30.250Z')
    const description = { name: 'Tokyo', publishableKey: 'pk_tokyo', timeZone: 'UTC', categories: [], resources: [] }
    const { id } = await insertSite(opened, description, { now: () => now })
    expect(await opened.prisma.site.findUnique({ where: { id } })).toMatchObject({ createdAt: now })
    expect(await opened.sql.query('SELECT created_at FROM sites')).toEqual([{ created_at: now }])
  })
})

test('a connection that is cut while idle is replaced', async () => {
  const [before] = await database.sql.query<{ pid: number }>(backend)
  await terminate(before?.pid ?? 0)
  await expect.poll(() => database.sql.query(backend).catch(() => [])).toHaveLength(1)
  const [after] = await database.sql.query<{ pid: number; application: string }>(backend)
  expect(after).toMatchObject({ application: 'codex-booking' })
  expect(after?.pid).not.toBe(before?.pid)
})

test('a connection that is cut inside a transaction fails that transaction only', async () => {
  const cut = database.transaction(async (tx) => {
    const [{ pid } = { pid: 0 }] = await tx.query<{ pid: number }>(backend)
    await terminate(pid)
    await tx.query('SELECT 1')
  })
  await expect(cut).rejects.toThrow(/terminat|not queryable/)
  await expect(database.ping()).resolves.toBeUndefined()
})

test('whoever finds all connections taken waits a while, then is told', async () => {
  // Long enough to connect, too, on a machine with much to do.
  const narrow = openPostgres(url, { maxConnections: 1, connectionWaitMs: 1_000 })
  await narrow.transaction(async () => {
    await expect(narrow.ping()).rejects.toThrow('timeout exceeded')
  })
  await expect(narrow.ping()).resolves.toBeUndefined()
  await narrow.close()
})

test('who stops in the midst of a transaction loses it, and others get what it had locked', async () => {
  const impatient = openPostgres(url, { idleTransactionMs: 100 })
  const lock = 'SELECT pg_advisory_xact_lock(4711)'
  const stopped = impatient.transaction(async (tx) => {
    await tx.query(lock, [])
    await database.transaction((other) => other.query(lock, []))
    await tx.query('SELECT 1', [])
  })
  expect(failureKind(await stopped.catch((error: unknown) => error))).toBe('unavailable')
  await expect(impatient.ping()).resolves.toBeUndefined()
  await impatient.close()
})

test('a connection that has gone silent is given up, and the next statement gets another', async () => {
  const line = await silentLine(url)
  const opened = openPostgres(line.url, { maxConnections: 1, answerWaitMs: 200 })
  await opened.ping()
  line.silence()
  expect(failureKind(await opened.ping().catch((error: unknown) => error))).toBe('unavailable')
  await expect(opened.ping()).resolves.toBeUndefined()
  line.silence()
  const inside = opened.transaction((tx) => tx.query('SELECT 1', []))
  expect(failureKind(await inside.catch((error: unknown) => error))).toBe('unavailable')
  await expect(opened.ping()).resolves.toBeUndefined()
  await opened.close()
  await line.close()
})

test('a server that stops is an error for who asks, not the end of the process', async () => {
  const server = await startPostgres()
  const opened = openPostgres(server.url, { connectionWaitMs: 2_000 })
  const held = opened.transaction(async (tx) => {
    await tx.query('SELECT 1')
    await server.stop()
    await tx.query('SELECT 1')
  })
  await expect(held).rejects.toThrow()
  await expect(opened.ping()).rejects.toThrow()
  await expect(opened.prisma.$queryRawUnsafe('SELECT 1')).rejects.toThrow()
  await opened.close()
})
