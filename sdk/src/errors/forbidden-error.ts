import { ProblemError } from './problem-error.js'

/** The key may not do that: it takes a secret key. */
export class ForbiddenError extends ProblemError {
  override readonly name = 'ForbiddenError'
  declare readonly code: 'forbidden'
}
