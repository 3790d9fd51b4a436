import type { HeldTime } from '../booking-flow/flow-state.js'
import { countOf } from './phrases.js'

/** From so many seconds on, the client is asked whether it needs more time. */
export const LITTLE_SECONDS = 120

/** `4:32`, `0:05` */
export const clockWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

/** What the button does that keeps the time longer, or once more. */
export const keepWords = (holdMinutes: number, isExpired: boolean): string =>
  isExpired ? 'Keep it again' : `Keep it ${countOf(holdMinutes, 'minute')} more`

/** What has become of the time where it ran out. */
export const expiredWords = (time: string): string =>
  `We no longer keep ${time} for you. You can still book it, as long as nobody else does.`

/** What a screen reader should hear: when the time begins to be kept, one minute before its end, and at its end. */
export const holdAnnouncement = (
  before: HeldTime,
  after: HeldTime,
  holdMinutes: number,
  time: string,
): string | undefined => {
  if (after.status === 'expired') return before.status === 'expired' ? undefined : expiredWords(time)
  if (after.status !== 'held') return undefined
  if (before.status !== 'held') {
    const minutes = Math.max(1, Math.round(after.secondsLeft / 60))
    return `We keep this time for you for ${countOf(minutes, 'minute')}.`
  }
  const isLastMinute = before.secondsLeft > 60 && after.secondsLeft <= 60
  return isLastMinute
    ? `We keep your time for one more minute. There is a button: ${keepWords(holdMinutes, false)}.`
    : undefined
}
