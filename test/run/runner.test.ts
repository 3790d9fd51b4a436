import { expect, test } from 'vitest'
import type { Figures } from './figures.ts'
import { type Outcome, run } from './runner.ts'

/** A runner that is a line of JavaScript. */
function runnerThat(does: string): Promise<Outcome> {
  const runner = {
    name: 'fake',
    command: (reportFile: string, filters: readonly string[]) => ['--eval', does, reportFile, ...filters],
    figures: (report: unknown) => report as Figures,
  }
  return run(runner, ['a filter'], () => {})
}
const report = (figures: Figures) =>
  `require('node:fs').writeFileSync(process.env.TEST_REPORT_FILE, '${JSON.stringify(figures)}');`

test('what the runner reports is what counts', async () => {
  const outcome = await runnerThat(`${report({ passed: 2, failed: 1, skipped: 1 })}process.exitCode = 1`)
  expect(outcome).toMatchObject({ name: 'fake', passed: 2, failed: 1, skipped: 1 })
  expect(outcome.trouble).toBeUndefined()
})

test('the runner is told where to report and what to run', async () => {
  const check =
    'if (process.argv[1] !== process.env.TEST_REPORT_FILE || process.argv[2] !== "a filter") process.exit(3);'
  expect(await runnerThat(check + report({ passed: 1, failed: 0, skipped: 0 }))).toMatchObject({ passed: 1, failed: 0 })
})

test.each([
  ['crashes', 'process.exit(3)', 'ended with code 3 and no report'],
  ['reports no test', report({ passed: 0, failed: 0, skipped: 4 }), 'reported no test'],
  [
    'writes no JSON',
    'require("node:fs").writeFileSync(process.env.TEST_REPORT_FILE, "")',
    'ended with code 0 and no report',
  ],
  ['is killed', 'process.kill(process.pid, "SIGKILL")', 'was stopped by SIGKILL'],
  [
    'fails although no test does',
    `${report({ passed: 5, failed: 0, skipped: 0 })}process.exit(1)`,
    'ended with code 1 although no test failed',
  ],
])('a runner that %s has failed', async (_what, does, trouble) => {
  expect(await runnerThat(does)).toMatchObject({ failed: 1, trouble })
})
