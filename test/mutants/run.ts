import { readdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Outcome, testCopy } from './engine-copy.ts'

/**
 * Breaks one rule of the engine at a time, in a copy, and sees the engine's tests fail. Says which test did, and fails if a
 * mutant survives them all, if a patch no longer applies, or if the copy cannot be tested.
 *
 *     node test/mutants/run.ts [part of a name]
 */

const part = process.argv[2] ?? ''
const patches = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.patch') && name.includes(part))
if (patches.length === 0) throw new Error(`No mutant is called ${part}.`)

const untouched = await testCopy(undefined)
if (untouched.failed ?? untouched.trouble) {
  throw new Error(`The engine's tests fail without any mutant: ${untouched.failed ?? untouched.trouble}`)
}

const wordOf = ({ failed, trouble }: Outcome) => (trouble ? 'TROUBLE ' : failed ? 'killed  ' : 'SURVIVES')

const waiting = patches.toSorted()
const bad: string[] = []
async function work(): Promise<void> {
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const outcome = await testCopy(join(import.meta.dirname, name))
    const why = outcome.trouble ?? (outcome.failed ? `by: ${outcome.failed}` : 'all tests pass')
    process.stdout.write(`${wordOf(outcome)}  ${name}  ${why}\n`)
    if (outcome.trouble || !outcome.failed) bad.push(`${wordOf(outcome)}  ${name}`)
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work))

process.stdout.write(`${patches.length - bad.length} of ${patches.length} mutants killed\n`)
for (const line of bad.toSorted()) process.stdout.write(`${line}\n`)
process.exitCode = bad.length > 0 ? 1 : 0
