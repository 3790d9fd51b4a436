export { availabilityOf, busyRange, ofDay } from './availability-of.js'
export { dateOfMinute, formatInstant, minuteAfter, minuteOf } from './instants.js'
export {
  addDays,
  datesFrom,
  datesOfMonth,
  localDateOf,
  startOfDate,
  weekdayOf,
} from './local-dates.js'
export { dayOf, openingsOf } from './openings-of.js'
export type * from './rules.js'
