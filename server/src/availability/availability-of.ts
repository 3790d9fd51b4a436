import type { BusyInterval, ResourceAvailability, SearchDay } from '../engine/index.js'
import { dateOfMinute, minuteAfter, minuteOf } from './instants.js'
import { addDays, localDateOf, startOfDate } from './local-dates.js'
import { dayOf, openingsOf } from './openings-of.js'
import type { LocalDate, ResourceRules, SiteRules } from './rules.js'

/** A block that a booking takes on a resource. */
export interface BusyTime {
  readonly startAt: Date
  readonly endAt: Date
  /** How many of the resource's seats it takes. */
  readonly seats: number
}

/** What a day's availability is made from. */
export interface DayQuestion {
  /** Of the site's calendar. */
  readonly date: LocalDate
  readonly site: SiteRules
  readonly now: Date
}

/** A day of a site with everybody's time on it, as the engine takes it; the bounds are always there. */
export interface SiteDay extends SearchDay {
  readonly from: number
  readonly until: number
}

/** Parts of minutes count as whole ones, so that nothing is ever sold that is taken. */
function toBusyInterval({ startAt, endAt, seats }: BusyTime): BusyInterval {
  return { start: minuteOf(startAt), end: minuteAfter(endAt), seats }
}

/**
 * When a resource can be had for visits that start on a day of the site.
 *
 * Notice counts from now on, up to the next full minute. The horizon ends with the site's day that is that many days
 * after today, whatever the resource's own clock says.
 *
 * @param busy of this resource, at least what `busyRange` names
 * @throws RangeError for a date or a time zone that does not exist
 */
export function availabilityOf(
  resource: ResourceRules,
  busy: readonly BusyTime[],
  { date, site, now }: DayQuestion,
): ResourceAvailability {
  const { settings, timeZone } = site
  const today = localDateOf(minuteOf(now), timeZone)
  const horizonDays = resource.horizonDays ?? settings.horizonDays
  return {
    id: resource.id,
    openings: openingsOf(date, resource, site),
    busy: busy.map(toBusyInterval),
    capacity: resource.capacity,
    bufferMinutes: resource.bufferMinutes ?? settings.bufferMinutes,
    earliestStart: minuteAfter(now) + (resource.noticeMinutes ?? settings.noticeMinutes),
    latestStart: startOfDate(addDays(today, horizonDays + 1), timeZone) - 1,
  }
}

/**
 * Everything that a search for visits on a day of the site needs: who can be had when, and the day's bounds. What the
 * engine takes as a day, and as resources and bounds of a single search.
 *
 * @param busyOf what is busy on a resource, by its id
 * @throws RangeError for a date or a time zone that does not exist
 * @example
 * const day = ofDay(people, (id) => busy.get(id) ?? [], { date: '2027-03-16', site, now: clock.now() })
 * findChains(request, day.resources, { stepMinutes: 15, from: day.from, until: day.until })
 */
export function ofDay(
  resources: Iterable<ResourceRules>,
  busyOf: (resourceId: string) => readonly BusyTime[],
  question: DayQuestion,
): SiteDay {
  const available = [...resources].map((resource): [string, ResourceAvailability] => [
    resource.id,
    availabilityOf(resource, busyOf(resource.id), question),
  ])
  return { date: question.date, resources: new Map(available), ...dayOf(question.date, question.site) }
}

/**
 * The time of which a search on these days must know what is busy: all openings of the days, and the tails of what ends
 * with them. Blocks that overlap it matter, others never do.
 *
 * @param longestGapMinutes the longest gap after any service of the visit
 * @throws RangeError for a date or a time zone that does not exist
 */
export function busyRange(
  resources: Iterable<ResourceRules>,
  site: SiteRules,
  days: { readonly first: LocalDate; readonly last: LocalDate },
  longestGapMinutes: number,
): { startAt: Date; endAt: Date } {
  let start = dayOf(days.first, site).from
  const { until } = dayOf(days.last, site)
  let end = until
  for (const resource of resources) {
    const tail = longestGapMinutes + (resource.bufferMinutes ?? site.settings.bufferMinutes)
    for (const opening of openingsOf(days.first, resource, site)) start = Math.min(start, opening.start)
    const lastEnd = openingsOf(days.last, resource, site).at(-1)?.end ?? until
    end = Math.max(end, lastEnd + tail, until + tail)
  }
  return { startAt: dateOfMinute(start), endAt: dateOfMinute(end) }
}
