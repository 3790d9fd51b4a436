import { expect, test } from 'vitest'
import { inTurns } from './take-turns.js'

const busyFor = (milliseconds: number) => {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

test('long work lets others go first in its pauses', async () => {
  let hadTurn = false
  setImmediate(() => {
    hadTurn = true
  })
  function* work(): Generator<undefined, boolean> {
    busyFor(11)
    yield
    return hadTurn
  }
  expect(await inTurns(work())).toBe(true)
})

test('what it fails with is thrown', async () => {
  function* work(): Generator<undefined, never> {
    yield
    throw new Error('in the midst')
  }
  await expect(inTurns(work())).rejects.toThrow('in the midst')
})
