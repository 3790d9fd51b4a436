import { dateOfDay, dayNumberOf, instantOf, weekdayOfDay } from './day-numbers.js'
import type { LocalDate } from './rules.js'
import { offsetAt } from './zone-offset.js'

/**
 * The date some days later, or earlier where `days` is negative.
 *
 * @throws RangeError for a date that does not exist
 * @example addDays('2028-02-28', 1) // '2028-02-29'
 */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumberOf(date) + days)

/**
 * The weekday of a date by ISO: 1 is Monday, 7 is Sunday.
 *
 * @throws RangeError for a date that does not exist
 */
export const weekdayOf = (date: LocalDate): number => weekdayOfDay(dayNumberOf(date))

/**
 * That many dates, from the given one on.
 *
 * @throws RangeError for a date that does not exist
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
export const datesOfMonth = (month: string): LocalDate[] =>
  datesFrom(`${month}-01`, 31).filter((date) => date.startsWith(month))

/**
 * The date that a zone's clock shows.
 *
 * @param minute minutes since the epoch
 * @throws RangeError where there is no such zone
 */
export const localDateOf = (minute: number, timeZone: string): LocalDate =>
  dateOfDay(Math.floor((minute + offsetAt(minute, timeZone)) / 1440))

/**
 * The instant at which a date begins, in minutes since the epoch: midnight, or later where the clock skips it.
 *
 * @throws RangeError for a date or a time zone that does not exist
 */
export const startOfDate = (date: LocalDate, timeZone: string): number => instantOf(dayNumberOf(date), 0, timeZone)
