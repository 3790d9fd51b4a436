/**
 * Keeps only the answer to the question asked last: a new question aborts the one before, and whatever still comes of
 * that one is dropped.
 */
export class LatestQuestion {
  #controller = new AbortController()

  /** Asks, and calls `answered` or `failed` unless another question was asked meanwhile. Never rejects. */
  async ask<Answer>(
    question: (signal: AbortSignal) => Promise<Answer>,
    answered: (answer: Answer) => void,
    failed: (error: unknown) => void,
  ): Promise<void> {
    this.cancel()
    const { signal } = this.#controller
    let answer: Answer
    try {
      answer = await question(signal)
    } catch (error) {
      if (!signal.aborted) failed(error)
      return
    }
    if (!signal.aborted) answered(answer)
  }

  /** Nobody waits for the answer any more. */
  cancel(): void {
    this.#controller.abort()
    this.#controller = new AbortController()
  }
}
