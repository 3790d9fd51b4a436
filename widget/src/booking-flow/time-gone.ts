import { isProblem, type Slot } from '@codex-booking/sdk'
import type { TakenTime } from './flow-state.js'

/** What becomes of the chosen time where it was refused because it cannot be had any more; undefined for other errors. */
export const timeGone = (error: unknown, slot: Slot): TakenTime | undefined => {
  if (isProblem(error, 'slot-taken')) return { slot, alternatives: error.alternatives, cause: 'taken' }
  // Without a reason it is not the time that is gone: what was held has been booked.
  if (isProblem(error, 'hold-expired') && error.reason !== null) {
    return { slot, alternatives: error.alternatives, cause: 'taken' }
  }
  const isStartRefused = isProblem(error, 'validation-failed') && error.errors.some(({ path }) => path === 'start')
  return isStartRefused ? { slot, alternatives: [], cause: 'refused' } : undefined
}

const PASSING: ReadonlySet<string> = new Set(['internal', 'unavailable', 'request-in-progress'])

/** Whether the server may have done what it was asked for all the same: no answer came, or none that says. */
export const isUncertain = (error: unknown): boolean => !isProblem(error) || PASSING.has(error.code)
