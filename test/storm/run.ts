/**
 * A long storm, and what became of it, as a table; fails if anything was found that must not be.
 *
 * @example pnpm storm 600 --seed 7
 */
import { parseArgs } from 'node:util'
import { stageStorm } from './stage.ts'
import { tableOf } from './table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, visitors: { type: 'string', default: '32' } },
})
const seconds = Number(positionals[0] ?? 60)
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const visitors = Number(values.visitors)
if (![seconds, seed, visitors].every(Number.isInteger)) {
  process.stderr.write('Use: pnpm storm [seconds] [--seed number] [--visitors number]\n')
  process.exit(2)
}

process.stdout.write(`A storm of ${seconds} s with the seed ${seed}\n`)
const result = await stageStorm({ seed, seconds, visitors, processes: 2, days: 30, outageEveryMs: 15_000 })
process.stdout.write(`${tableOf(result)}\n`)
process.exitCode = result.findings.length > 0 ? 1 : 0
