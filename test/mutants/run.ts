import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Breaks one rule of the engine at a time, in a copy, and sees the engine's tests fail. Prints the mutants that survive and
 * fails if there are any, or if a patch no longer applies.
 *
 *     node test/mutants/run.ts [part of a name]
 */

const root = join(import.meta.dirname, '../..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

interface Outcome {
  readonly isGood: boolean
  readonly output: string
}

const run = (command: string, args: readonly string[], cwd: string): Promise<Outcome> =>
  new Promise((resolve) => {
    // The same cases for all, and for the engine as it is: what fails, fails because of the mutant.
    const env = { ...process.env, ENGINE_CASES: '1200', ENGINE_SEED: '20' }
    execFile(command, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
      resolve({ isGood: error === null, output: `${stdout}${stderr}` }),
    )
  })

/** The engine's tests in a copy of it, with a patch applied. */
async function test(patch: string | undefined): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'mutant-'))
  try {
    const engine = join(folder, 'engine')
    await cp(join(root, 'server/src/engine'), engine, { recursive: true })
    await mkdir(join(folder, 'node_modules'))
    await symlink(join(root, 'server/node_modules/fast-check'), join(folder, 'node_modules/fast-check'))
    await symlink(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'))
    if (patch !== undefined) {
      const applied = await run('git', ['apply', '-p4', patch], engine)
      if (!applied.isGood) throw new Error(`${patch} no longer applies:\n${applied.output}`)
    }
    return await run(process.execPath, [vitest, 'run', '--root', folder, '--bail', '1'], folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const part = process.argv[2] ?? ''
const patches = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.patch') && name.includes(part))
const untouched = await test(undefined)
if (!untouched.isGood) throw new Error(`The engine's tests fail without any mutant:\n${untouched.output}`)
const survivors: string[] = []
for (const name of patches.toSorted()) {
  const { isGood } = await test(join(import.meta.dirname, name))
  process.stdout.write(`${isGood ? 'SURVIVES' : 'killed'}  ${name}\n`)
  if (isGood) survivors.push(name)
}
process.stdout.write(`${patches.length - survivors.length} of ${patches.length} mutants killed\n`)
process.exitCode = survivors.length > 0 ? 1 : 0
