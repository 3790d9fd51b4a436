import { ProblemError } from './problem-error.js'

/** Too many requests from this address: wait for `retryAfterSeconds`. */
export class RateLimitedError extends ProblemError {
  override readonly name = 'RateLimitedError'
  declare readonly code: 'rate-limited'
}
