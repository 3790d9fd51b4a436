import type { BusyInterval, Opening, ResourceAvailability } from '../engine/index.js'
import { minuteAfter, minuteOf } from './instants.js'
import { addDays, localDateOf, startOfDate } from './local-dates.js'
import { dayOf, openingsOf } from './openings-of.js'
import type { LocalDate, ResourceRules, SiteRules } from './rules.js'

/** When a resource can be had, as far as rules say it: what is taken of that is another question. */
export type ResourceTime = Omit<ResourceAvailability, 'busy' | 'load'>

/**
 * What is taken of a resource: everything that lies in its openings, or in the minutes of gap and buffer after one.
 * Anything else is of no consequence.
 */
export type BusyOf = (resource: ResourceTime) => readonly BusyInterval[]

/** Which days a visit is on. */
export interface DayQuestion {
  /** Of the site's calendar: the day on which the visit starts. */
  readonly date: LocalDate
  /** The day of each service, counted from the first, for a visit over several days. */
  readonly offsets?: readonly number[] | undefined
  readonly site: SiteRules
  readonly now: Date
}

/** The dates of a visit, each once, in order. */
const datesOf = ({ date, offsets = [0] }: DayQuestion): LocalDate[] =>
  [...new Set(offsets)].map((offset) => addDays(date, offset))

/**
 * When a resource can be had for visits that start on a day of the site.
 *
 * Notice counts from now on, up to the next full minute. The horizon ends with the site's day that is that many days
 * after today, whatever the resource's own clock says.
 *
 * @throws RangeError for a date or a time zone that does not exist
 */
export function availabilityOf(resource: ResourceRules, busyOf: BusyOf, question: DayQuestion): ResourceAvailability {
  const { site, now } = question
  const { settings, timeZone } = site
  const today = localDateOf(minuteOf(now), timeZone)
  const horizonDays = resource.horizonDays ?? settings.horizonDays
  const dates = datesOf(question)
  const time: ResourceTime = {
    id: resource.id,
    openings: openingsOn(dates, resource, site),
    capacity: resource.capacity,
    bufferMinutes: resource.bufferMinutes ?? settings.bufferMinutes,
    earliestStart: minuteAfter(now) + (resource.noticeMinutes ?? settings.noticeMinutes),
    latestStart: startOfDate(addDays(today, horizonDays + 1), timeZone) - 1,
    priority: resource.priority,
  }
  const busy = busyOf(time)
  return { ...time, busy, load: loadOn(dates, busy, site) }
}

/** The openings of several days, each once: a shift over midnight belongs to two of them. */
function openingsOn(dates: readonly LocalDate[], resource: ResourceRules, site: SiteRules): readonly Opening[] {
  const [first, ...others] = dates
  const ofFirst = first === undefined ? [] : openingsOf(first, resource, site)
  if (others.length === 0) return ofFirst
  const openings = [...ofFirst]
  for (const date of others) {
    const isNew = ({ start, end }: Opening) => !openings.some((known) => known.start === start && known.end === end)
    openings.push(...openingsOf(date, resource, site).filter(isNew))
  }
  return openings
}

/** Minutes that a resource has to do on these days, those of each seat counted. */
function loadOn(dates: readonly LocalDate[], busy: readonly BusyInterval[], site: SiteRules): number {
  let minutes = 0
  for (const date of busy.length > 0 ? dates : []) {
    const { from, until } = dayOf(date, site)
    for (const { start, end, seats } of busy) {
      minutes += Math.max(0, Math.min(end, until) - Math.max(start, from)) * seats
    }
  }
  return minutes
}
