import type { ResourceAvailability, SearchDay } from '../engine/index.js'
import { availabilityOf, type BusyOf, type DayQuestion } from './availability-of.js'
import { dateOfMinute } from './instants.js'
import { addDays } from './local-dates.js'
import { dayOf, openingsOf } from './openings-of.js'
import type { LocalDate, ResourceRules, SiteRules } from './rules.js'
import { startBounds, type TimesOfDay } from './times-of-day.js'
import { visitDays } from './visit-days.js'

/** A day of a site with everybody's time on it, as the engine takes it; the bounds are always there. */
export interface SiteDay extends SearchDay {
  readonly from: number
  readonly until: number
}

/**
 * Everything that a search for visits that start on a day of the site needs: who can be had when, the bounds of the start
 * and, for a visit over several days, which they are. What the engine takes as a day, and as resources and bounds of a
 * single search.
 *
 * @param times where a visit may start only at some of the day's times. Where the clock skips all of these, nobody is
 *   there.
 * @throws RangeError for a date or a time zone that does not exist
 * @example
 * const day = ofDay(people, ({ id }) => busy.get(id) ?? [], { date: '2027-03-16', site, now: clock.now() })
 * findChains(request, day.resources, { stepMinutes: 15, from: day.from, until: day.until })
 */
export function ofDay(
  resources: Iterable<ResourceRules>,
  busyOf: BusyOf,
  question: DayQuestion,
  times: TimesOfDay = {},
): SiteDay {
  const { date, offsets, site } = question
  const bounds = startBounds(date, site, times)
  const available = [...resources].map((resource): [string, ResourceAvailability] => {
    const one = availabilityOf(resource, busyOf, question)
    return [resource.id, bounds === undefined ? { ...one, openings: [] } : one]
  })
  const day = { date, resources: new Map(available), ...(bounds ?? dayOf(date, site)) }
  return offsets === undefined ? day : { ...day, days: visitDays(date, offsets, site.timeZone) }
}

/**
 * The time of which a search for visits that start on these days must know what is busy: all openings of their days, and
 * the tails of what ends with them. Blocks that overlap it matter, others never do.
 *
 * @param days the first and the last on which a visit may start
 * @param longestGapMinutes the longest gap after any service of the visit
 * @throws RangeError for a date or a time zone that does not exist
 */
export function busyRange(
  resources: Iterable<ResourceRules>,
  site: SiteRules,
  days: { readonly first: LocalDate; readonly last: LocalDate; readonly offsets?: readonly number[] | undefined },
  longestGapMinutes: number,
): { startAt: Date; endAt: Date } {
  const last = addDays(days.last, Math.max(0, ...(days.offsets ?? [])))
  let start = dayOf(days.first, site).from
  const { until } = dayOf(last, site)
  let end = until
  for (const resource of resources) {
    const tail = longestGapMinutes + (resource.bufferMinutes ?? site.settings.bufferMinutes)
    for (const opening of openingsOf(days.first, resource, site)) start = Math.min(start, opening.start)
    for (const opening of openingsOf(last, resource, site)) end = Math.max(end, opening.end + tail)
    end = Math.max(end, until + tail)
  }
  return { startAt: dateOfMinute(start), endAt: dateOfMinute(end) }
}
