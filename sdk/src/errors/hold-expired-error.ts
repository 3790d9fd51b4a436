import { ProblemError } from './problem-error.js'

/** The hold ran out, and somebody else has its time. */
export class HoldExpiredError extends ProblemError {
  override readonly name = 'HoldExpiredError'
  declare readonly code: 'hold-expired'
}
