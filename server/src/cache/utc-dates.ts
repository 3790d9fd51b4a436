import { dateOfDay } from '../availability/index.js'

/** A day in UTC, such as `2027-03-16`. */
export type UtcDate = string

export const MINUTES_PER_DAY = 1440
const MS_PER_MINUTE = 60_000

/** The first minute of a day. */
export const startOfUtcDate = (date: UtcDate): number => Date.parse(`${date}T00:00:00Z`) / MS_PER_MINUTE

/**
 * All days that a stretch of time touches, in order.
 *
 * @param start minutes since the epoch
 * @param end not part of it
 */
export function utcDatesOf({ start, end }: { readonly start: number; readonly end: number }): UtcDate[] {
  const dates: UtcDate[] = []
  const firstDay = Math.floor(start / MINUTES_PER_DAY)
  for (let day = firstDay; day * MINUTES_PER_DAY < end; day += 1) dates.push(dateOfDay(day))
  return dates
}
