import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { variables } from '../../server/src/config.js'
import { insertSite } from '../../server/src/store/insert-site.js'
import { openDatabase } from '../../server/src/store/open-database.js'
import { startServer } from '../process/server.ts'
import { createDatabase } from '../services/database.ts'
import { execute, databaseUrl as urlOfDatabase } from '../services/execute.ts'
import { startPostgres } from '../services/postgres.ts'
import { salon } from './salon.ts'

const MAIN = join(import.meta.dirname, '../../server/dist/cli/main.js')
const PATIENCE = { timeout: 10_000 }
const SECRET = 'a-secret-of-at-least-32-characters'

const parent = mkdtempSync(join(tmpdir(), 'codex-start-'))
afterAll(() => rmSync(parent, { recursive: true, force: true }))
let folders = 0
const newDataDir = () => join(parent, `data-${folders++}`)

/** Runs a command that ends by itself. */
function run(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: parent,
    env: { PATH: process.env.PATH, PORT: '0', DEMO_PORT: '0', METRICS_PORT: 'off', DATA_DIR: newDataDir(), ...env },
    encoding: 'utf8',
  })
  return { status, stdout, stderr: stderr.trimEnd() }
}

async function start(env: Record<string, string> = {}, command = 'start') {
  const server = await startServer({ command, env })
  onTestFinished(() => server.kill())
  return server
}

/** All that there are, in order. */
const migrations = readdirSync(new URL('../../server/prisma/migrations/', import.meta.url))
  .filter((name) => /^\d/.test(name))
  .sort()

/** A site on PostgreSQL, which is quick to start on. */
const { url: databaseUrl, drop } = await createDatabase()
const onPostgres = { DATABASE_URL: databaseUrl, MANAGE_TOKEN_SECRETS: SECRET }
const database = await openDatabase({ databaseUrl })
await insertSite(database, { ...salon, publishableKey: 'pk_demo' })
await database.close()
afterAll(drop)

const asDemo = { authorization: 'Bearer pk_demo', 'content-type': 'application/json' }

/** A request whose body comes late. */
function slowBooking(url: string) {
  const request = httpRequest(`${url}/v1/bookings`, {
    method: 'POST',
    // Once the server has asked for the body, it is at work.
    headers: { ...asDemo, 'content-length': 2, expect: '100-continue' },
  })
  request.on('error', () => {})
  const answered = once(request, 'response').then(([response]) => (response as { statusCode: number }).statusCode)
  answered.catch(() => {})
  request.flushHeaders()
  return { finish: () => request.end('{}'), answered, begun: once(request, 'continue') }
}

describe('the demo', () => {
  test('says where everything is, the API first, and keeps bookings over a restart and a crash', async () => {
    const env = { DATA_DIR: newDataDir() }
    const first = await start(env, 'demo')
    const lines = Object.fromEntries(
      Array.from(first.printed().matchAll(/^([A-Z][A-Za-z ]*?) {2,}(\S+)$/gm), ([, label, value]) => [label, value]),
    )
    expect(lines).toEqual({
      API: first.url,
      Widget: `${first.url}/widget/v1/codex-booking.js`,
      'Demo page': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      Docs: `${first.url}/docs`,
      Key: 'pk_demo',
      'House key': 'sk_demo',
      Data: env.DATA_DIR,
    })
    expect(await (await fetch(lines['Demo page'])).text()).toContain(first.url)

    const from = new Date().toISOString().slice(0, 10)
    const nearest = await fetch(`${first.url}/v1/slots/nearest?items=foot-bath&from=${from}`, { headers: asDemo })
    const { starts } = (await nearest.json()) as { starts: { start: string }[] }
    const booked = await fetch(`${first.url}/v1/bookings`, {
      method: 'POST',
      headers: asDemo,
      body: JSON.stringify({
        start: starts[0]?.start,
        items: [{ serviceId: 'foot-bath' }],
        client: { name: 'Guest 1', email: 'guest1@example.test', consents: ['privacy'] },
      }),
    })
    expect(booked.status).toBe(201)
    const { id, manageToken } = (await booked.json()) as { id: string; manageToken: string }
    const statusOf = async (url: string) => {
      const headers = { ...asDemo, 'codex-manage-token': manageToken }
      return (await fetch(`${url}/v1/bookings/${id}`, { headers })).status
    }
    await first.kill()

    const second = await start(env, 'demo')
    expect(await statusOf(second.url)).toBe(200)
    expect(await second.stop()).toBe(0)
    const third = await start(env, 'demo')
    expect(await statusOf(third.url)).toBe(200)
  }, 90_000)
})

describe('the end', () => {
  test('a slow request is still answered after SIGTERM, and the exit code is 0', async () => {
    const server = await start(onPostgres)
    const slow = slowBooking(server.url)
    await slow.begun
    await expect.poll(() => fetch(`${server.url}/health`).then(({ status }) => status), PATIENCE).toBe(200)
    const stopped = server.stop()
    await expect.poll(() => server.printed(), PATIENCE).toContain('SIGTERM')
    await expect
      .poll(() =>
        fetch(`${server.url}/health`).then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed')
    slow.finish()
    expect(await slow.answered).toBe(422)
    expect(await stopped).toBe(0)
  })

  test('a second signal does not wait any longer, and the exit code is 1', async () => {
    const server = await start(onPostgres)
    const slow = slowBooking(server.url)
    await slow.begun
    const stopped = server.stop()
    await expect.poll(() => server.printed(), PATIENCE).toContain('finishing what runs')
    const again = server.stop()
    expect(await Promise.all([stopped, again])).toEqual([1, 1])
    expect(server.printed()).toContain('came again')
  })

  test('the grace ends, and the exit code is 1', async () => {
    const server = await start({ ...onPostgres, SHUTDOWN_GRACE_SECONDS: '1' })
    const slow = slowBooking(server.url)
    await slow.begun
    expect(await server.stop()).toBe(1)
    expect(server.printed()).toContain('Not finished after 1 s')
  })
})

describe('what cannot be is refused with a sentence', () => {
  test('wrong values', () => {
    expect(run(['start'], { PORT: 'x', LOG_LEVEL: 'y' })).toEqual({
      status: 1,
      stdout: '',
      stderr:
        'PORT is "x". It must be a whole number from 0 to 65535 (0 takes any free one).\n' +
        'LOG_LEVEL is "y". It must be one of fatal, error, warn, info, debug, trace, silent.',
    })
  })

  test('a second server on the same data', async () => {
    const env = { DATA_DIR: newDataDir() }
    await start(env)
    const stderr = `The data in ${env.DATA_DIR} is in use by another codex-booking. Stop that one, or set DATA_DIR to another folder.`
    for (const command of ['start', 'demo', 'migrate']) {
      expect(run([command], env)).toEqual({ status: 1, stdout: '', stderr })
    }
  })

  test('ports that are taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const taken = `Port ${port} of 127.0.0.1 is taken by another program. Stop that one, or set`
    for (const variable of ['PORT', 'METRICS_PORT', 'DEMO_PORT']) {
      const { status, stdout, stderr } = run(['demo'], { ...onPostgres, [variable]: `${port}`, LOG_LEVEL: 'silent' })
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toBe(`${taken} ${variable} to another port (0 takes any free one).`)
    }
  })

  test('a database that does not answer', () => {
    const env = { DATABASE_URL: 'postgresql://me:secret-word@127.0.0.1:1/booking', MANAGE_TOKEN_SECRETS: SECRET }
    const { status, stderr } = run(['start'], env)
    expect(status).toBe(1)
    expect(stderr).toBe(
      'The database at postgresql://127.0.0.1:1/booking cannot be used: connect ECONNREFUSED 127.0.0.1:1. See that it runs, and that DATABASE_URL is right.',
    )
  })

  test('a command that there is not', () => {
    expect(run(['serve'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'There is no command "serve". See: codex-booking help',
    })
    expect(run(['start', 'now']).stderr).toBe('There is no command "start now". See: codex-booking help')
  })
})

test('help names every variable', () => {
  const { status, stdout } = run(['--help'])
  expect(status).toBe(0)
  for (const name of variables) expect(stdout).toContain(name)
})

test.each([
  [['start', '--workers', '0'], '--workers is "0". It must be a whole number from 1 to 256.'],
  [['start', '--workers', 'many'], '--workers is "many". It must be a whole number from 1 to 256.'],
  [['start', '--workers'], "Option '--workers <value>' argument missing."],
  [['start', '--processes', '2'], "Unknown option '--processes'."],
  [['migrate', '--workers', '2'], '"migrate" takes no --workers.'],
])('the words %j are refused', (words, sentence) => {
  expect(run(words)).toEqual({ status: 2, stdout: '', stderr: `${sentence} See: codex-booking help` })
})

test.each([
  [
    {},
    '--workers 2 needs a PostgreSQL, since the embedded database lets one process in. Set DATABASE_URL to one, or leave --workers out.',
  ],
  [
    { ...onPostgres, ONLY_PROCESS: 'yes' },
    'ONLY_PROCESS is "yes", and --workers 2 asks for several processes. Leave one of the two out.',
  ],
])(
  'several workers are refused where one process is all there can be: %j',
  (env, stderr) => {
    for (const command of ['start', 'demo']) {
      expect(run([command, '--workers', '2'], env)).toEqual({ status: 1, stdout: '', stderr })
    }
  },
  90_000,
)

test('migrate brings the data up to date and ends', () => {
  const env = { DATA_DIR: newDataDir() }
  expect(run(['migrate'], env).stdout).toBe(`Applied to ${env.DATA_DIR}: ${migrations.join(', ')}\n`)
  expect(run(['migrate'], env)).toEqual({ status: 0, stdout: `${env.DATA_DIR} is up to date.\n`, stderr: '' })
}, 90_000)

describe('on PostgreSQL', () => {
  test('serves what is there, and the metrics on an address of their own', async () => {
    const server = await start({ ...onPostgres, METRICS_PORT: '0' })
    expect(server.printed()).toContain('caches are off, and live updates ask the database')
    expect(server.printed()).not.toContain('has no site')
    expect((await fetch(`${server.url}/v1/site`, { headers: asDemo })).status).toBe(200)
    expect((await fetch(`${server.url}/metrics`)).status).toBe(404)
    const [, metrics = ''] = /^Metrics +(\S+)$/m.exec(server.printed()) ?? []
    expect(await (await fetch(metrics)).text()).toContain('codex_http_request_duration_seconds')
    expect(server.printed()).toContain(new URL(databaseUrl).pathname)
    expect(await server.stop()).toBe(0)
  })

  test('five servers that start at once on an empty database all serve; one of them migrates', async () => {
    const postgres = inject('postgresUrl')
    const name = `start_${process.pid}_together`
    await execute(postgres, `CREATE DATABASE ${name}`)
    onTestFinished(() => execute(postgres, `DROP DATABASE ${name} WITH (FORCE)`))
    const env = { ...onPostgres, DATABASE_URL: urlOfDatabase(postgres, name) }
    const servers = await Promise.all(Array.from({ length: 5 }, () => start(env)))
    const answers = await Promise.all(servers.map(({ url }) => fetch(`${url}/ready`)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])

    const client = new pg.Client(env.DATABASE_URL)
    await client.connect()
    const { rows } = await client.query<{ name: string; finished: boolean }>(
      `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations ORDER BY started_at`,
    )
    await client.end()
    expect(rows).toEqual(migrations.map((migration) => ({ name: migration, finished: true })))
    expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0, 0, 0, 0])
  }, 120_000)

  test('a database that goes away makes the server not ready; it goes on running', async () => {
    const postgres = await startPostgres()
    const server = await start({ ...onPostgres, DATABASE_URL: postgres.url, ONLY_PROCESS: 'yes' })
    expect(server.printed()).not.toContain('caches are off')
    expect((await fetch(`${server.url}/ready`)).status).toBe(200)
    await postgres.stop()
    expect((await fetch(`${server.url}/ready`)).status).toBe(503)
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    expect(await server.stop()).toBe(0)
  })
})
