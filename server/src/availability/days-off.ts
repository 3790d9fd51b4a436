import { addDays, datesFrom, daysBetween, instantOf, startOfDate } from './local-dates.js'
import type { DayOff, LocalDate } from './rules.js'

/** Time off in minutes since the epoch. */
export interface TimeOff {
  readonly start: number
  readonly end: number
  /** Whole days: also the shifts that begin on them are off, to their end on the day after. */
  readonly isWholeDays: boolean
}

/** The time off that can matter to somebody between two dates, both included. */
export function timeOff(daysOff: readonly DayOff[], timeZone: string, first: LocalDate, last: LocalDate): TimeOff[] {
  return daysOff.flatMap(({ startDate, endDate, startMinute, endMinute }): TimeOff[] => {
    // A part of a day may end on the day after, so what is off on the day before counts as well.
    if (startDate > last || addDays(endDate, 1) < first) return []
    if (startMinute === null && endMinute === null) {
      const end = startOfDate(addDays(endDate, 1), timeZone)
      return [{ start: startOfDate(startDate, timeZone), end, isWholeDays: true }]
    }
    // A range may be years long, which is no reason to look at each of its days.
    const from = startDate < first ? addDays(first, -1) : startDate
    const until = endDate > last ? last : endDate
    return datesFrom(from, daysBetween(from, until) + 1).map((date) => ({
      start: instantOf(date, startMinute ?? 0, timeZone),
      end: instantOf(date, endMinute ?? 1440, timeZone),
      isWholeDays: false,
    }))
  })
}
