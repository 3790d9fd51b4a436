import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

/** The same cases for all, and for the engine as it is: what fails, fails because of the mutant. */
const seed = 20
const cases = 2500

/** What the tests need to stop at the first fault instead of looking for a simpler one. */
const config = `
  import { defineConfig } from 'vitest/config'
  export default defineConfig({
    test: { setupFiles: ['./first-fault.ts'], testTimeout: 120_000, bail: 1, isolate: false, maxWorkers: 1 },
  })
`
const firstFault = `
  import fc from 'fast-check'
  fc.configureGlobal({ seed: ${seed}, endOnFailure: true })
`

/** The quickest first: most mutants fail there. */
const rounds = [
  ['--exclude', '**/proof/**'],
  ['proof/agreement', 'proof/vectors'],
  ['proof/laws', 'proof/booked'],
]

/** How tests went: whether one of them failed, and if so which, or what went wrong around them. */
export interface Outcome {
  readonly failed?: string
  readonly trouble?: string
}

interface Done {
  readonly error: (Error & { killed?: boolean }) | null
  readonly output: string
}

const run = (command: string, args: readonly string[], cwd: string): Promise<Done> =>
  new Promise((resolve) => {
    const env = { ...process.env, ENGINE_CASES: `${cases}`, ENGINE_SEED: `${seed}` }
    // A mutant may never come to an end.
    execFile(command, args, { cwd, env, maxBuffer: 2 ** 26, timeout: 600_000 }, (error, stdout, stderr) =>
      resolve({ error, output: `${stdout}${stderr}` }),
    )
  })

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

async function testRound(folder: string, args: readonly string[]): Promise<Outcome> {
  const report = join(folder, 'report.json')
  const reporter = ['--reporter=json', `--outputFile.json=${report}`]
  const { error, output } = await run(process.execPath, [vitest, 'run', ...reporter, ...args], folder)
  if (error === null) return {}
  if (error.killed) return { failed: 'no end' }
  const { testResults } = JSON.parse(await readFile(report, 'utf8')) as Report
  const failed = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .find(({ status }) => status === 'failed')
  return failed ? { failed: failed.fullName } : { trouble: output }
}

/** Runs the engine's tests in a copy of it, with a patch applied. */
export async function testCopy(patch: string | undefined): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'mutant-'))
  try {
    const engine = join(folder, 'engine')
    await cp(join(root, 'server/src/engine'), engine, { recursive: true })
    await mkdir(join(folder, 'node_modules'))
    await symlink(join(root, 'server/node_modules/fast-check'), join(folder, 'node_modules/fast-check'))
    await symlink(join(root, 'node_modules/vitest'), join(folder, 'node_modules/vitest'))
    await writeFile(join(folder, 'vitest.config.ts'), config)
    await writeFile(join(folder, 'first-fault.ts'), firstFault)
    if (patch !== undefined) {
      const { error, output } = await run('git', ['apply', '-p4', patch], engine)
      if (error) return { trouble: `it does not apply: ${output}` }
    }
    for (const args of rounds) {
      const outcome = await testRound(folder, args)
      if (outcome.failed ?? outcome.trouble) return outcome
    }
    return {}
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
