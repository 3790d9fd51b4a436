export { availabilityOf, type BusyOf, type ResourceTime } from './availability-of.js'
export { dateOfDay, isLocalDate } from './day-numbers.js'
export { dateOfMinute, formatInstant, minuteAfter, minuteOf } from './instants.js'
export {
  addDays,
  datesFrom,
  datesOfMonth,
  localDateOf,
  startOfDate,
  weekdayOf,
} from './local-dates.js'
export { busyRange, ofDay, type SiteDay } from './of-day.js'
export { dayOf, openingsOf } from './openings-of.js'
export type * from './rules.js'
export type { TimesOfDay } from './times-of-day.js'
export { visitDays } from './visit-days.js'
