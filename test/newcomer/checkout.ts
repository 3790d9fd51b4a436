import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readPrinted } from '../process/printed-address.ts'

const ROOT = join(import.meta.dirname, '../..')
const START_TIMEOUT_MS = 300_000

/** A command that runs, with all that it started. */
export interface RunningCommand {
  /** The first address that it printed. */
  url: string
  printed(): string
  /** Asks the command and everything that it started to end (SIGTERM), and waits until nothing of it is left. */
  stop(): Promise<void>
}

/** The last commit of this repository, as somebody gets it who clones it. */
export interface Checkout {
  folder: string
  /** Runs a command of the README there and waits for the first address that it prints. */
  start(command: string, env: Record<string, string>): Promise<RunningCommand>
  remove(): void
}

export function cloneRepository(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'codex-newcomer-'))
  const { status, stderr } = spawnSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, folder], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`git clone failed: ${stderr}`)
  return {
    folder,
    start: (command, env) => start(command, folder, { ...newcomersEnvironment(), ...env }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function start(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<RunningCommand> {
  // A group of its own: npx does not pass signals on, so all of the group are told.
  const child = spawn('sh', ['-c', command], { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const group = -(child.pid ?? 0)
  const printed = readPrinted(child)
  const withoutUs = () => signalled(group, 'SIGKILL')
  process.once('exit', withoutUs)
  const stop = async () => {
    for (let isThere = signalled(group, 'SIGTERM'); isThere; isThere = signalled(group, 0)) await delay(20)
    process.off('exit', withoutUs)
  }
  const url = await printed.address(START_TIMEOUT_MS).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, printed: printed.text, stop }
}

/** Sends a signal to a group of processes; 0 only asks. Says whether anybody was there. */
function signalled(group: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(group, signal)
  } catch {
    return false
  }
}

/** What npx, pnpm and the test runner set for the scripts they run. */
const SET_FOR_SCRIPTS = new RegExp(
  [
    'npm_(package|lifecycle|command|execpath|node_execpath).*',
    'npm_config_(user_agent|local_prefix|npm_version|yes)',
    'pnpm_config_verify_deps_before_run|PNPM_(PACKAGE_NAME|SCRIPT_SRC_DIR)',
    'NODE|NODE_(ENV|PATH|OPTIONS)|INIT_CWD|VITEST.*|TEST|TEST_REPORT_FILE|DEV|PROD|MODE|SSR|BASE_URL',
  ]
    .map((names) => `^(${names})$`)
    .join('|'),
)

/** Our environment as it is for somebody who opens a terminal. */
function newcomersEnvironment(): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !SET_FOR_SCRIPTS.test(name)))
  const path = env.PATH?.split(':').filter((folder) => !folder.includes('/node_modules'))
  return { ...env, PATH: path?.join(':') }
}
