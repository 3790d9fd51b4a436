import { type DayNumber, dayNumberOf, instantOf } from './day-numbers.js'
import type { DayOff } from './rules.js'

/** Time off in minutes since the epoch. */
export interface TimeOff {
  readonly start: number
  readonly end: number
  /** Whole days: also the shifts that begin on them are off, to their end on the day after. */
  readonly isWholeDays: boolean
}

/** The time off that can matter to somebody between two days, both included. */
export function timeOff(daysOff: readonly DayOff[], timeZone: string, first: DayNumber, last: DayNumber): TimeOff[] {
  const found: TimeOff[] = []
  for (const { startDate, endDate, startMinute, endMinute } of daysOff) {
    const startDay = dayNumberOf(startDate)
    const endDay = dayNumberOf(endDate)
    // A part of a day may end on the day after, so what is off on the day before counts as well.
    if (startDay > last || endDay + 1 < first) continue
    if (startMinute === null && endMinute === null) {
      const end = instantOf(endDay + 1, 0, timeZone)
      found.push({ start: instantOf(startDay, 0, timeZone), end, isWholeDays: true })
      continue
    }
    // A range may be years long, which is no reason to look at each of its days.
    for (let day = Math.max(startDay, first - 1); day <= Math.min(endDay, last); day++) {
      const start = instantOf(day, startMinute ?? 0, timeZone)
      found.push({ start, end: instantOf(day, endMinute ?? 1440, timeZone), isWholeDays: false })
    }
  }
  return found
}
