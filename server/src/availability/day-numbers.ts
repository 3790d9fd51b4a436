import type { LocalDate } from './rules.js'
import { instantOfLocal } from './zone-offset.js'

const MINUTES_A_DAY = 1440
const MILLISECONDS_A_DAY = 86_400_000
const MOST_DATES_KNOWN = 10_000

/**
 * A date as the number of days since 1970-01-01. Days are counted without any clock, so each is as long as the others.
 */
export type DayNumber = number

/** The rules of a site name the same few dates over and over. */
const known = new Map<LocalDate, DayNumber>()

const knownDates = new Map<DayNumber, LocalDate>()

/** The date that is so many days after 1970-01-01. */
export function dateOfDay(day: DayNumber): LocalDate {
  let date = knownDates.get(day)
  if (date === undefined) {
    date = new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
    if (knownDates.size >= MOST_DATES_KNOWN) knownDates.clear()
    knownDates.set(day, date)
  }
  return date
}

/** Whether that is a date which exists, written as `2027-03-16`. */
export function isLocalDate(text: string): boolean {
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  const isWritten = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(milliseconds)
  // The built-in parser takes the 30th of February for the 2nd of March.
  return isWritten && dateOfDay(milliseconds / MILLISECONDS_A_DAY) === text
}

/**
 * The number of a date.
 *
 * @throws RangeError for a date that does not exist
 */
export function dayNumberOf(date: LocalDate): DayNumber {
  let day = known.get(date)
  if (day === undefined) {
    if (!isLocalDate(date)) throw new RangeError(`${date} is not a date`)
    day = Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY
    if (known.size >= MOST_DATES_KNOWN) known.clear()
    known.set(date, day)
  }
  return day
}

/** ISO: 1 is Monday, 7 is Sunday. The first of January 1970 was a Thursday. */
export const weekdayOfDay = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1

/**
 * The instant at which a zone's clock shows a minute of a day, in minutes since the epoch. A minute that the clock
 * skips is over at the jump; of one that comes twice the first counts.
 *
 * @param localMinute minutes from midnight; 1440 and more are on the days after
 */
export const instantOf = (day: DayNumber, localMinute: number, timeZone: string): number =>
  instantOfLocal(day * MINUTES_A_DAY + localMinute, timeZone)
