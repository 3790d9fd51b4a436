import { offsetAt } from './zone-offset.js'

const MILLISECONDS_A_MINUTE = 60_000

/** The minute since the epoch in which an instant lies. */
export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / MILLISECONDS_A_MINUTE)

/** The first minute since the epoch that begins at an instant or after it. */
export const minuteAfter = (instant: Date): number => Math.ceil(instant.getTime() / MILLISECONDS_A_MINUTE)

/** The instant at which a minute since the epoch begins. */
export const dateOfMinute = (minute: number): Date => new Date(minute * MILLISECONDS_A_MINUTE)

const twoDigits = (value: number) => String(value).padStart(2, '0')

/**
 * An instant as a zone's clock shows it, with its offset.
 *
 * @param minute minutes since the epoch
 * @throws RangeError where there is no such zone
 * @example formatInstant(29_999_970, 'Europe/Berlin') // '2027-01-15T08:30:00+01:00'
 */
export function formatInstant(minute: number, timeZone: string): string {
  const offset = offsetAt(minute, timeZone)
  const local = dateOfMinute(minute + offset)
    .toISOString()
    .slice(0, 19)
  const ahead = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(ahead / 60))}:${twoDigits(ahead % 60)}`
}
