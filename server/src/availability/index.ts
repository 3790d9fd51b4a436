export { availabilityOf, busyRange, ofDay } from './availability-of.js'
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
