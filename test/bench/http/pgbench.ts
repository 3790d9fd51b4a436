import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** How pgbench is to run. */
export interface PgbenchOptions {
  url: string
  clients: number
  seconds: number
  script: string
}

/**
 * Runs a script again and again, statements prepared, one by one.
 *
 * @returns transactions a second; undefined where there is no pgbench on this machine
 * @throws if a statement fails
 */
export async function pgbench({ url, clients, seconds, script }: PgbenchOptions): Promise<number | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'codex-pgbench-'))
  const file = join(folder, 'booking.sql')
  writeFileSync(file, script)
  const sizes = ['-c', `${clients}`, '-j', '2', '-T', `${seconds}`, '-D', 'n=-1']
  try {
    const { stdout, stderr } = await promisify(execFile)('pgbench', ['-n', '-M', 'prepared', ...sizes, '-f', file, url])
    const rate = /tps = ([\d.]+)/.exec(stdout)?.[1]
    if (rate === undefined || /aborted/.test(stderr)) throw new Error(`pgbench failed: ${stdout}${stderr}`)
    return Number(rate)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`pgbench failed: ${String(error).slice(0, 2000)}`, { cause: error })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
