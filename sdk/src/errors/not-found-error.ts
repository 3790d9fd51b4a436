import { ProblemError } from './problem-error.js'

/** There is no such service, resource or booking, or it belongs to somebody else. */
export class NotFoundError extends ProblemError {
  override readonly name = 'NotFoundError'
  declare readonly code: 'not-found'
}
