import {
  addDays,
  isLocalDate,
  type LocalDate,
  localDateOf,
  minuteOf,
  openingsOf,
  startOfDate,
} from '../availability/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'

/** The days around a day have to be dates as well. */
const [FIRST_YEAR, LAST_YEAR] = ['0001', '9999']
const MINUTES_PER_DAY = 1440
const MOST_REMEMBERED = 1_000

/** Many who listen ask for the same day of the same site. */
const remembered = new WeakMap<SiteSnapshot, Map<string, readonly LocalDate[]>>()

/**
 * The days of a site whose visits may use time of a day in UTC: those that lie in it while anybody works, and those before
 * it from which somebody works into it, past midnight.
 *
 * @param utcDate `2027-03-16`; of anything else no visit knows
 */
export function startDatesOf(site: SiteSnapshot, utcDate: string): readonly LocalDate[] {
  const ofSite = remembered.get(site) ?? new Map<string, readonly LocalDate[]>()
  remembered.set(site, ofSite)
  const known = ofSite.get(utcDate)
  if (known) return known
  const found = findStartDates(site, utcDate)
  if (ofSite.size >= MOST_REMEMBERED) ofSite.clear()
  ofSite.set(utcDate, found)
  return found
}

function findStartDates(site: SiteSnapshot, utcDate: string): LocalDate[] {
  if (!isLocalDate(utcDate) || utcDate < FIRST_YEAR || utcDate > LAST_YEAR) return []
  const start = minuteOf(new Date(`${utcDate}T00:00:00Z`))
  const stretch = { start, end: start + MINUTES_PER_DAY }
  const first = localDateOf(start, site.timeZone)
  const dates: LocalDate[] = []
  for (let date = first; date <= localDateOf(stretch.end - 1, site.timeZone); date = addDays(date, 1))
    if (isUsedFrom(site, date, stretch)) dates.push(date)
  for (let date = addDays(first, -1); isUsedFrom(site, date, stretch); date = addDays(date, -1)) dates.unshift(date)
  return dates
}

/** Whether what starts on a date may take time of anybody within a stretch. */
function isUsedFrom(site: SiteSnapshot, date: LocalDate, { start, end }: { start: number; end: number }): boolean {
  const from = startOfDate(date, site.timeZone)
  const gap = Math.max(0, ...site.services.map(({ gapAfterMinutes }) => gapAfterMinutes))
  return site.resources.some((resource) => {
    const tail = gap + (resource.bufferMinutes ?? site.settings.bufferMinutes)
    return openingsOf(date, resource, site).some(
      (opening) => Math.max(opening.start, from) < end && opening.end + tail > start,
    )
  })
}
