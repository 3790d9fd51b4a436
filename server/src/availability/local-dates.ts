import type { LocalDate } from './rules.js'
import { instantOfLocal, offsetAt } from './zone-offset.js'

const MINUTES_A_DAY = 1440
const MILLISECONDS_A_DAY = 86_400_000

const dateOf = (milliseconds: number): LocalDate => new Date(milliseconds).toISOString().slice(0, 10)

/** Whether that is a date which exists, written as `2027-03-16`. */
export function isLocalDate(text: string): boolean {
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  // The built-in parser takes the 30th of February for the 2nd of March.
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(milliseconds) && dateOf(milliseconds) === text
}

/** Days since 1970-01-01. Days are counted without any clock, so each is as long as the others. */
function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`${date} is not a date`)
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY
}

/**
 * The date some days later, or earlier where `days` is negative.
 *
 * @throws RangeError for a date that does not exist
 * @example addDays('2028-02-28', 1) // '2028-02-29'
 */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateOf((dayNumber(date) + days) * MILLISECONDS_A_DAY)

/**
 * How many days `to` is after `from`.
 *
 * @throws RangeError for a date that does not exist
 */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** ISO: 1 is Monday, 7 is Sunday. The first of January 1970 was a Thursday. */
export const weekdayOf = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

/**
 * That many dates, from the given one on.
 *
 * @example datesFrom('2027-12-31', 2) // ['2027-12-31', '2028-01-01']
 */
export const datesFrom = (date: LocalDate, count: number): LocalDate[] =>
  Array.from({ length: count }, (_, index) => addDays(date, index))

/**
 * All dates of a month.
 *
 * @param month `2027-03`
 * @throws RangeError for a month that does not exist
 */
export function datesOfMonth(month: string): LocalDate[] {
  const first = `${month}-01`
  // Every month is over 31 days after its first day, and the next one has begun by then.
  return datesFrom(first, 31).filter((date) => date.startsWith(month))
}

/**
 * The date that a zone's clock shows.
 *
 * @param minute minutes since the epoch
 */
export const localDateOf = (minute: number, timeZone: string): LocalDate =>
  dateOf((minute + offsetAt(minute, timeZone)) * 60_000)

/**
 * The instant at which a zone's clock shows a minute of a date, in minutes since the epoch. A minute that the clock
 * skips is over at the jump; of one that comes twice the first counts.
 *
 * @param localMinute minutes from midnight; 1440 and more are on the days after
 */
export const instantOf = (date: LocalDate, localMinute: number, timeZone: string): number =>
  instantOfLocal(dayNumber(date) * MINUTES_A_DAY + localMinute, timeZone)

/** The instant at which a date begins, in minutes since the epoch: midnight, or later where the clock skips it. */
export const startOfDate = (date: LocalDate, timeZone: string): number => instantOf(date, 0, timeZone)
