import { addDays, type LocalDate, weekdayOf } from '../availability/index.js'
import { WEEKDAYS, type Weekday } from '../store/site-description.js'

/**
 * The first such weekday that is at least `days` after `date`.
 *
 * @example nextWeekday('2027-03-16', 1, 'monday') // '2027-03-22'
 */
export function nextWeekday(date: LocalDate, days: number, weekday: Weekday): LocalDate {
  const earliest = addDays(date, days)
  return addDays(earliest, (WEEKDAYS.indexOf(weekday) + 1 - weekdayOf(earliest) + 7) % 7)
}
