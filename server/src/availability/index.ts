export { availabilityOf, type BusyTime, busyRange, type DayQuestion, ofDay, type SiteDay } from './availability-of.js'
export { isLocalDate } from './day-numbers.js'
export { dateOfMinute, formatInstant, minuteAfter, minuteOf, parseInstant } from './instants.js'
export {
  addDays,
  datesFrom,
  datesOfMonth,
  daysBetween,
  localDateOf,
  startOfDate,
  weekdayOf,
} from './local-dates.js'
export { dayOf, openingsOf } from './openings-of.js'
export type * from './rules.js'
