import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'

/** A server of our own: it and its folder are gone when this process is, however that went. */
export interface KeptServer {
  /** Of the server itself. */
  pid: number
  /** The last things that it wrote. */
  log(): string
  isRunning(): boolean
  /** Resolves once the server has ended and its folder is removed, unless that is to stay. */
  ended: Promise<unknown>
  /** Asks the server to end, also one that is suspended. */
  stop(): Promise<void>
}

/** Lies in the folder of a server that is to run again: its end removes nothing. */
export const STAYS = 'stays'

/** What to run and where. */
export interface KeptServerOptions {
  /** The working directory, removed after the server's end. */
  directory: string
  command: readonly string[]
  /** Whom to run it as. */
  user?: { uid?: number; gid?: number }
}

/**
 * Runs the server until it ends or standard input does. Input ends when this process is gone, however it went,
 * so neither an interrupt nor a crash leaves a server or its data behind. A suspended server has to be woken to end.
 */
const KEEPER = `
directory=$1; shift
exec 3<&0
"$@" </dev/null >&2 &
server=$!
echo $server
( cat <&3; kill -INT $server; kill -CONT $server ) >/dev/null 2>&1 &
wait $server; status=$?
[ -e "$directory/${STAYS}" ] || rm -rf "$directory"
exit $status`

/** Starts a server that is kept as long as this process wants it. It is not known to be ready yet. */
export async function keepServer({ directory, command, user }: KeptServerOptions): Promise<KeptServer> {
  const keeper: ChildProcess = spawn('sh', ['-c', KEEPER, 'sh', directory, ...command], {
    ...user,
    cwd: directory,
    detached: true, // an interrupt in the terminal reaches us only; the server outlives the tests' last statements
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = once(keeper, 'exit')
  let log = ''
  keeper.stderr?.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-4000)
  })
  if (!keeper.stdout) throw new Error('The keeper has no output.')
  const [pid] = (await once(createInterface(keeper.stdout), 'line')) as [string]
  return {
    pid: Number(pid),
    log: () => log,
    isRunning: () => keeper.exitCode === null,
    ended,
    stop: async () => {
      keeper.stdin?.end()
      await ended
    },
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  if (address === null || typeof address === 'string') throw new Error('The loopback address has no free port.')
  return address.port
}
