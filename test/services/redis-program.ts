import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const PROGRAMS = ['redis-server', 'valkey-server']
const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends redis-server'

/** Where to look for Redis, and whether it may be installed. */
export interface RedisSearch {
  /** Of the program itself; wins over the rest. */
  redisBin?: string | undefined
  /** Folders, as in PATH. */
  path?: string | undefined
  /** Installs it where it is missing. */
  install?: (() => { status: number | null; stderr: string }) | undefined
}

/**
 * The program of a Redis or Valkey: `REDIS_BIN`, else the one on PATH. Where there is none and the tests run as root on
 * Debian, it is installed.
 *
 * @throws with a sentence that says what to install
 */
export function redisProgram({ redisBin, path, install }: RedisSearch = ofThisMachine()): string {
  if (redisBin) {
    if (isProgram(redisBin)) return redisBin
    throw new Error(`REDIS_BIN is ${redisBin}, which is no program: set it to the path of a redis-server.`)
  }
  const found = onPath(path)
  if (found) return found
  const installed = install?.()
  const program = installed && onPath(path)
  if (program) return program
  const tried = installed ? ` Installing it failed: ${installed.stderr.trim().slice(-500)}` : ''
  throw new Error(
    `No Redis found: install redis-server or valkey-server, or set REDIS_BIN to the path of its program.${tried}`,
  )
}

function ofThisMachine(): RedisSearch {
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  return { redisBin: process.env.REDIS_BIN, path: process.env.PATH, install: mayInstall ? installOnDebian : undefined }
}

const installOnDebian = () =>
  spawnSync('sh', ['-c', INSTALL], { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })

function onPath(path = ''): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '')
  return PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
