import { TimeGoneError } from './time-gone-error.js'

/** Somebody else took the time meanwhile. */
export class SlotTakenError extends TimeGoneError {
  override readonly name = 'SlotTakenError'
  declare readonly code: 'slot-taken'
}
