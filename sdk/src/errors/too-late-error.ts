import { ProblemError } from './problem-error.js'

/** The notice period has begun: the client can no longer change this booking. */
export class TooLateError extends ProblemError {
  override readonly name = 'TooLateError'
  declare readonly code: 'too-late'
}
