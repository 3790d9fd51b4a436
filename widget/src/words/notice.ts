import { formatDate } from '../format/date.js'
import { dateOfInstant, formatTime } from '../format/time.js'

/** Until when a client may move and cancel a visit; null where it may not any more. */
export interface Notice {
  moveUntil: Date | null
  cancelUntil: Date | null
}

/** As it is at a moment: what lies behind it is not possible any more. */
export const noticeAt = (
  { moveUntil, cancelUntil }: { moveUntil: string | null; cancelUntil: string | null },
  now: Date,
): Notice => {
  const ahead = (instant: string | null) => (instant !== null && new Date(instant) > now ? new Date(instant) : null)
  return { moveUntil: ahead(moveUntil), cancelUntil: ahead(cancelUntil) }
}

/** `Free to move or cancel until Monday 15 March, 09:30.`, and what else may be the case. */
export const noticeWords = ({ moveUntil, cancelUntil }: Notice, house: string, timeZone: string, locale: string) => {
  const untilWords = (until: Date) => {
    const instant = until.toISOString()
    const day = formatDate(dateOfInstant(instant, timeZone), 'long', locale)
    return `until ${day}, ${formatTime(instant, timeZone, locale)}`
  }
  const contact = `Please contact ${house}`
  if (moveUntil === null && cancelUntil === null) {
    return `It is too late to move or cancel online. ${contact} if you cannot come.`
  }
  if (moveUntil === null || cancelUntil === null) {
    const [can, cannot] = moveUntil === null ? ['cancel', 'move'] : ['move', 'cancel']
    const until = (moveUntil ?? cancelUntil) as Date
    return `Free to ${can} ${untilWords(until)}. ${contact} to ${cannot} it.`
  }
  if (moveUntil.getTime() === cancelUntil.getTime()) return `Free to move or cancel ${untilWords(moveUntil)}.`
  return `Free to move ${untilWords(moveUntil)}, and to cancel ${untilWords(cancelUntil)}.`
}
