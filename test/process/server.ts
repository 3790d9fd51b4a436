import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { readPrinted } from './printed-address.ts'

/** A built server that runs in a process of its own. */
export interface ServerProcess {
  /** Origin of the API. */
  url: string
  /** What it printed so far. */
  printed(): string
  /**
   * Asks it to end (SIGTERM) and waits until it has.
   *
   * @returns its exit code: 0 if all went well, null if it died of a signal
   */
  stop(): Promise<number | null>
  /** Ends it without a word (SIGKILL), as a crash would. */
  kill(): Promise<void>
  /** Says something to an entry of the tests' own, which listens to `message`. */
  tell(message: string | object): void
  /** The same, and waits for what it says to that. */
  ask(message: string | object): Promise<unknown>
  /** Resolves with its exit code when it has ended, however that went. */
  ended: Promise<number | null>
}

const MAIN = join(import.meta.dirname, '../../server/dist/cli/main.js')
const START_TIMEOUT_MS = 60_000

/**
 * Starts `codex-booking <command>` on free ports and waits until it is ready. Its data is in a temporary folder that goes
 * when it ends, unless `env` says otherwise (`DATA_DIR`, `DATABASE_URL`).
 *
 * @param entry the file that is run, with its arguments: one of the tests' own that wires the server as it is not wired
 * in production; default: that of the product, with `command` and `args`
 * @param env what differs from the defaults; nothing else of this process's environment reaches the server's settings.
 * @throws if it does not start; the message ends with what it printed.
 * @example
 * const server = await startServer({ command: 'demo' })
 * const answer = await fetch(`${server.url}/health`)
 * expect(await server.stop()).toBe(0)
 */
export async function startServer({
  command = 'start',
  args = [],
  entry = [MAIN, command, ...args],
  env = {},
}: {
  command?: string
  args?: readonly string[]
  entry?: readonly string[]
  env?: Record<string, string>
}): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'codex-server-'))
  const { PATH = '', HOME = folder } = process.env
  const child = spawn(process.execPath, [...entry], {
    cwd: folder,
    env: {
      PATH,
      HOME,
      PORT: '0',
      DEMO_PORT: '0',
      METRICS_PORT: 'off',
      SHUTDOWN_DELAY_SECONDS: '0',
      DATA_DIR: join(folder, 'data'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  }) as ChildProcessByStdio<null, Readable, Readable>
  const printed = readPrinted(child)
  const withoutUs = () => child.kill('SIGKILL')
  process.once('exit', withoutUs)
  const ended = once(child, 'close').then(([code]) => {
    process.off('exit', withoutUs)
    rmSync(folder, { recursive: true, force: true })
    return code as number | null
  })
  const end = (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal)
    return ended
  }

  const url = await printed.address(START_TIMEOUT_MS).catch(async (error: unknown) => {
    await end('SIGKILL')
    throw error
  })
  return {
    url,
    printed: printed.text,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL')
    },
    tell: (message) => void child.send(message),
    ask: async (message) => {
      const answered = once(child, 'message')
      child.send(message)
      return (await answered)[0]
    },
    ended,
  }
}
