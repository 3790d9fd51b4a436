import { setImmediate as nextTurn } from 'node:timers/promises'

/** About what other requests wait for anyway. */
const MOST_MS = 10

/** Lets other requests go first whenever one has kept the process for a while: to be awaited between pieces of its work. */
export function takeTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < MOST_MS) return
    await nextTurn()
    since = performance.now()
  }
}

/** What a piece of work with pauses comes to, others going first in these. */
export async function inTurns<Result>(work: Generator<undefined, Result>): Promise<Result> {
  const pause = takeTurns()
  let step = work.next()
  while (!step.done) {
    await pause()
    step = work.next()
  }
  return step.value
}
