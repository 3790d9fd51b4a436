import { ProblemError } from './problem-error.js'

/** The booking is in a state that does not allow this: it is cancelled already, for example. */
export class InvalidTransitionError extends ProblemError {
  override readonly name = 'InvalidTransitionError'
  declare readonly code: 'invalid-transition'
}
