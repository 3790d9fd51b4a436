import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { freePort, type KeptServer, keepServer } from './kept-server.ts'
import { redisProgram } from './redis-program.ts'

/** A Redis of our own, gone after the test. It keeps nothing on disk. */
export interface ThrowawayRedis {
  /** Such as `redis://127.0.0.1:40123`. */
  url: string
  port: number
  /** Suspends the process: it takes connections and requests, and answers nothing. */
  pause(): void
  resume(): void
  /** Ends the process as a crash would. */
  kill(): Promise<void>
  /** After `kill`: the same port again, and nothing in it. */
  start(): Promise<void>
  /** Ends it for good. */
  stop(): Promise<void>
}

/** How a throwaway Redis is to behave. */
export interface RedisSettings {
  /** Default: one that is free. */
  port?: number
  /** Default: what `redisProgram` finds. */
  program?: string
  /** Further arguments of the program, such as `--cluster-enabled`, `yes`. */
  settings?: readonly string[]
}

const START_TIMEOUT_MS = 30_000

/**
 * Starts Redis on a free port of the loopback address.
 *
 * @throws if there is no Redis or it does not start; the message ends with its own words
 * @example
 * const redis = await startRedis()
 * afterAll(() => redis.stop())
 */
export async function startRedis(options: RedisSettings = {}): Promise<ThrowawayRedis> {
  const port = options.port ?? (await freePort())
  const program = options.program ?? redisProgram()
  const launch = () => launchRedis(program, port, options.settings ?? [])
  let server = await launch()
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pause: () => process.kill(server.pid, 'SIGSTOP'),
    resume: () => process.kill(server.pid, 'SIGCONT'),
    kill: async () => {
      process.kill(server.pid, 'SIGKILL')
      await server.stop()
    },
    start: async () => {
      server = await launch()
    },
    stop: () => server.stop(),
  }
}

async function launchRedis(program: string, port: number, settings: readonly string[]): Promise<KeptServer> {
  const directory = mkdtempSync(join(tmpdir(), 'codex-redis-'))
  const inMemory = ['--save', '', '--appendonly', 'no']
  const server = await keepServer({
    directory,
    command: [program, '--port', `${port}`, '--bind', '127.0.0.1', '--dir', directory, ...inMemory, ...settings],
  })
  try {
    await firstAnswer(port, server.isRunning)
    return server
  } catch (cause) {
    await server.stop()
    throw new Error(`Redis did not start: ${server.log()}`, { cause })
  }
}

/** Asks until the server answers. */
async function firstAnswer(port: number, stillRuns: () => boolean): Promise<void> {
  const giveUp = Date.now() + START_TIMEOUT_MS
  for (;;) {
    const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, retryStrategy: null })
    client.on('error', () => {})
    try {
      await client.connect()
      return
    } catch (error) {
      if (!stillRuns() || Date.now() > giveUp) throw error
      await delay(10)
    } finally {
      client.disconnect()
    }
  }
}
