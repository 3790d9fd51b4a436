import { ProblemError } from './problem-error.js'

/** The server cannot answer at the moment; `retryAfterSeconds` says when to try again. */
export class UnavailableError extends ProblemError {
  override readonly name = 'UnavailableError'
  declare readonly code: 'unavailable'
}
