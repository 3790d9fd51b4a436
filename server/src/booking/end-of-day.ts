import { addDays, dateOfMinute, localDateOf, minuteOf, startOfDate } from '../availability/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'

/** When the day of a site ends: what is past, and how far ahead visits may be booked, is counted in its days. */
export const endOfDay = ({ timeZone }: SiteSnapshot, now: Date): Date =>
  dateOfMinute(startOfDate(addDays(localDateOf(minuteOf(now), timeZone), 1), timeZone))
