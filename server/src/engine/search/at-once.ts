/** What a piece of work with pauses comes to, without any. */
export function atOnce<Result>(work: Generator<undefined, Result>): Result {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}
