import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Its connections are new, and plan every statement a few times: the server's did that long ago. */
const WARM_UP_SECONDS = 3

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
  const sizes = ['-c', `${clients}`, '-j', '2', '-T', `${WARM_UP_SECONDS + seconds}`, '-P', '1', '-D', 'n=-1']
  try {
    const { stdout, stderr } = await promisify(execFile)('pgbench', ['-n', '-M', 'prepared', ...sizes, '-f', file, url])
    const rates = Array.from(stderr.matchAll(/progress: ([\d.]+) s, ([\d.]+) tps/g), ([, at, rate]) => ({
      at: Number(at),
      rate: Number(rate),
    })).filter(({ at }) => at > WARM_UP_SECONDS + 0.5)
    if (rates.length === 0 || /aborted/.test(stderr)) throw new Error(`pgbench failed: ${stdout}${stderr}`)
    return rates.reduce((sum, { rate }) => sum + rate, 0) / rates.length
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw new Error(`pgbench failed: ${String(error).slice(0, 2000)}`, { cause: error })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
