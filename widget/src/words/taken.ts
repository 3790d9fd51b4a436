import type { TakenTime } from '../booking-flow/flow-state.js'
import { formatTime } from '../format/time.js'

/** What has become of the time that was chosen: `Somebody else just booked 09:30.` */
export const goneWords = ({ slot, cause }: TakenTime, timeZone: string, locale: string): string => {
  const time = formatTime(slot.start, timeZone, locale)
  return cause === 'taken' ? `Somebody else just booked ${time}.` : `${time} can no longer be booked.`
}
