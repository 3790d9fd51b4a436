import type { Problem } from '../contract/problem.js'
import { ProblemError } from './problem-error.js'

/** Values of the request are wrong; `errors` names every one of them. */
export class ValidationError extends ProblemError {
  override readonly name = 'ValidationError'
  declare readonly code: 'validation-failed'

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem, retryAfterSeconds)
    // Paths and sentences of the contract, never the values that were sent.
    const list = this.errors.map(({ path, message }) => `${path}: ${message}`).join('; ')
    if (list !== '') this.message = `${this.title}: ${list}`
  }

  /**
   * What is wrong with one value, to be shown beside its field.
   *
   * @example error.messagesAt('client.email') // ['Enter an address with an @, for example guest@example.test']
   */
  messagesAt(path: string): string[] {
    return this.errors.filter((error) => error.path === path).map(({ message }) => message)
  }
}
