import type { Problem, Reason } from '../contract/problem.js'
import type { Slot } from '../contract/slot.js'
import { ProblemError } from './problem-error.js'

/** A time that cannot be had any more, with others that can. */
export abstract class TimeGoneError extends ProblemError {
  /** Why the time cannot be had, where the server said. */
  readonly reason: Reason | null
  /** The nearest times that can still be had; there may be none. */
  readonly alternatives: readonly Slot[]

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem, retryAfterSeconds)
    this.reason = problem.reason ?? null
    this.alternatives = problem.alternatives ?? []
  }
}
