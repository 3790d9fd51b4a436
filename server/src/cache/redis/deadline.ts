/** Nobody answered in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError'
}

/**
 * What a promise brings, if it comes in time.
 *
 * @throws NoAnswerError, or what the promise throws
 */
export function withDeadline<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(
      // Where this process was busy, the answer may lie there unread: one more look before it counts as late.
      () => setImmediate(() => reject(new NoAnswerError(`no answer within ${ms} ms`))),
      ms,
    )
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
