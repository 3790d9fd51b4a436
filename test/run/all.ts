/**
 * `pnpm test [runner [filter...]]` runs every runner, or the named one, one after another, and ends with the figures
 * of all of them.
 *
 * @example pnpm test
 * @example pnpm test unit find-chains
 */
import type { ChildProcess } from 'node:child_process'
import { inWords, sum } from './figures.ts'
import { type Outcome, run } from './runner.ts'
import { runners } from './runners.ts'

const [name, ...filters] = process.argv.slice(2)
const chosen = runners.filter((runner) => name === undefined || runner.name === name)
if (chosen.length === 0) {
  console.error(`There is no runner "${name}", only ${runners.map((runner) => runner.name).join(', ')}.`)
  process.exit(2)
}

let running: ChildProcess | undefined
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopped = true
    running?.kill(signal)
  })
}

const outcomes: Outcome[] = []
for (const runner of chosen) {
  if (stopped) break
  console.log(`\n== ${runner.name}`)
  const outcome = await run(runner, filters, (child) => {
    running = child
  })
  outcomes.push(outcome)
}

console.log()
for (const outcome of outcomes) {
  const trouble = outcome.trouble ? ` (${outcome.trouble})` : ''
  console.log(`${outcome.name.padEnd(12)} ${outcome.seconds.toFixed(1).padStart(6)} s  ${inWords(outcome)}${trouble}`)
}
const total = sum(outcomes)
console.log(inWords(total))
process.exitCode = stopped || total.failed > 0 ? 1 : 0
