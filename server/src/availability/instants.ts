import { dateOfDay } from './day-numbers.js'
import { offsetAt } from './zone-offset.js'

const MILLISECONDS_A_MINUTE = 60_000
const MINUTES_A_DAY = 1440

/** The minute since the epoch in which an instant lies. */
export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / MILLISECONDS_A_MINUTE)

/** The first minute since the epoch that begins at an instant or after it. */
export const minuteAfter = (instant: Date): number => Math.ceil(instant.getTime() / MILLISECONDS_A_MINUTE)

/** The instant at which a minute since the epoch begins. */
export const dateOfMinute = (minute: number): Date => new Date(minute * MILLISECONDS_A_MINUTE)

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Every minute of a day as a clock shows it: answers are full of instants, and putting each together takes its time. */
const TIMES = Array.from(
  { length: MINUTES_A_DAY },
  (_, minute) => `T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00`,
)

/** By the minutes that a clock is ahead; there are some hundred. */
const offsetTexts = new Map<number, string>()

function offsetText(offset: number): string {
  let text = offsetTexts.get(offset)
  if (text === undefined) {
    const ahead = Math.abs(offset)
    text = `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`
    offsetTexts.set(offset, text)
  }
  return text
}

/**
 * An instant as a zone's clock shows it, with its offset.
 *
 * @param minute minutes since the epoch
 * @throws RangeError where there is no such zone
 * @example formatInstant(29_999_970, 'Europe/Berlin') // '2027-01-15T08:30:00+01:00'
 */
export function formatInstant(minute: number, timeZone: string): string {
  const offset = offsetAt(minute, timeZone)
  const local = minute + offset
  const day = Math.floor(local / MINUTES_A_DAY)
  return `${dateOfDay(day)}${TIMES[local - day * MINUTES_A_DAY]}${offsetText(offset)}`
}
