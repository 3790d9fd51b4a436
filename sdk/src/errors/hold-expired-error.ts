import { TimeGoneError } from './time-gone-error.js'

/** The hold ran out; where it was to be booked, somebody else has its time. */
export class HoldExpiredError extends TimeGoneError {
  override readonly name = 'HoldExpiredError'
  declare readonly code: 'hold-expired'
}
