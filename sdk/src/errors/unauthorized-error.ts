import { ProblemError } from './problem-error.js'

/** The key of the site is missing or wrong, or the manage token is. */
export class UnauthorizedError extends ProblemError {
  override readonly name = 'UnauthorizedError'
  declare readonly code: 'unauthorized'
}
