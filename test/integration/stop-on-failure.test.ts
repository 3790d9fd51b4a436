import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const stopOnFailure = new URL('../../server/src/start/stop-on-failure.ts', import.meta.url)

/** A process that goes on for ever, unless it fails. */
const run = (failure: string) =>
  spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { stopOnFailure } from ${JSON.stringify(stopOnFailure.href)}
     stopOnFailure({ fatal: ({ err }, message) => console.error(message + ': ' + err.message) })
     setInterval(() => {}, 1000)
     ${failure}`,
  ])

test.each([
  ['an error that nobody catches', `setImmediate(() => { throw new Error('oh') })`],
  ['a rejection that nobody handles', `Promise.reject(new Error('oh'))`],
])('%s is logged and ends the process with 1', (_, failure) => {
  const { status, stderr } = run(failure)
  expect(stderr.toString()).toContain('an error that nobody caught: stopping: oh\n')
  expect(status).toBe(1)
})
