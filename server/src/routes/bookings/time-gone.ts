import { HoldExpired } from '../../booking/hold-expired.js'
import { SlotTaken } from '../../booking/slot-taken.js'
import { Problem } from '../../problems.js'
import type { AnswerFormat } from '../formats.js'

/** What a use case throws where a time is gone, as a problem with the other times; anything else as it is. */
export function timeGone(error: unknown, format: AnswerFormat): unknown {
  if (error instanceof SlotTaken) {
    return new Problem('slot-taken', 'This time is not free. The alternatives are the nearest ones that are.', {
      reason: error.reason,
      alternatives: error.alternatives.map(format.slot),
    })
  }
  if (error instanceof HoldExpired) {
    return new Problem('hold-expired', error.message, {
      ...(error.reason && { reason: error.reason }),
      alternatives: error.alternatives.map(format.slot),
    })
  }
  return error
}
