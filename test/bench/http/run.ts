/**
 * Measures the server over HTTP, beside what it is compared with, and prints the figures; they are also written to
 * `.codex-booking/bench/http.json`.
 *
 * @example pnpm bench:http
 * @example pnpm bench:http bookings --rounds 3
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../services/postgres.ts'
import { type Line, PARTS, type Part } from './parts.ts'
import { tableOf } from './table.ts'

const names = Object.keys(PARTS) as Part[]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, seconds: { type: 'string', default: '3' } },
})
const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name))
const size = { rounds: Number(values.rounds), seconds: Number(values.seconds) }
if (chosen.length < positionals.length || !Object.values(size).every((value) => Number.isInteger(value) && value > 0)) {
  process.stderr.write(`Use: pnpm bench:http [${names.join('|')}] [--rounds number] [--seconds number]\n`)
  process.exit(2)
}

const postgres = await startPostgres({ durable: true })
const lines: Line[] = []
try {
  for (const name of chosen) lines.push(...(await PARTS[name](postgres.url, size)))
} finally {
  await postgres.stop()
}
process.stdout.write(tableOf(lines))
const path = join(import.meta.dirname, '../../../.codex-booking/bench/http.json')
mkdirSync(dirname(path), { recursive: true })
writeFileSync(path, `${JSON.stringify(lines, undefined, 2)}\n`)
