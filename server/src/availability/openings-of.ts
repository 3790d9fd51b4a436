import { freeWindows, type Opening } from '../engine/index.js'
import { dayNumberOf } from './day-numbers.js'
import { type TimeOff, timeOff } from './days-off.js'
import { addDays, localDateOf, startOfDate } from './local-dates.js'
import type { LocalDate, ResourceRules, SiteRules } from './rules.js'
import { type Shift, shiftOf, zoneOf } from './shifts.js'

/**
 * A day of a site: from its midnight to the next, 23 or 25 hours long where clocks change. In minutes since the epoch;
 * a visit belongs to the day in which it starts.
 */
export function dayOf(date: LocalDate, { timeZone }: SiteRules): { from: number; until: number } {
  return { from: startOfDate(date, timeZone), until: startOfDate(addDays(date, 1), timeZone) }
}

/**
 * The openings of a resource that matter to visits starting on a day of the site: breaks and days off cut out, sorted.
 *
 * Midnight cuts nothing. The answer holds the whole of every shift that reaches into the day, yesterday's night shift
 * with its beginning and today's with its end on the day after, so that an item may run past midnight and the grid of
 * a shift is the same on both of its days; what keeps the starts inside the day are its bounds (`dayOf`). Shifts that
 * begin later are no part of the day, or a visit could wait overnight for its next service; unless they go on without
 * a break where one of the day's ends, as they do for somebody who works around the clock.
 *
 * Shifts and days off are on the resource's own clock, days off of everybody on the site's. A whole day off takes both
 * what lies on that date and the shift that begins on it: nobody works on a day off, or into the night after it.
 *
 * @param date of the site's calendar
 * @throws RangeError for a date or a time zone that does not exist
 */
export function openingsOf(date: LocalDate, resource: ResourceRules, site: SiteRules): readonly Opening[] {
  const dates = datesKnownOf(resource, site)
  let openings = dates.get(date)
  if (openings === undefined) {
    openings = workOut(date, resource, site)
    dates.set(date, openings)
    knownSize += 1 + openings.length
  }
  return openings
}

/** Days and their openings, at about 180 bytes each. */
const MOST_KNOWN = 80_000

/** Rules are never changed, only replaced: what follows from them stays right as long as anybody has them. */
let known = new WeakMap<SiteRules, WeakMap<ResourceRules, Map<LocalDate, readonly Opening[]>>>()
let knownSize = 0

function datesKnownOf(resource: ResourceRules, site: SiteRules): Map<LocalDate, readonly Opening[]> {
  if (knownSize >= MOST_KNOWN) {
    known = new WeakMap()
    knownSize = 0
  }
  let ofSite = known.get(site)
  if (ofSite === undefined) {
    ofSite = new WeakMap()
    known.set(site, ofSite)
  }
  let dates = ofSite.get(resource)
  if (dates === undefined) {
    dates = new Map()
    ofSite.set(resource, dates)
  }
  return dates
}

function workOut(date: LocalDate, resource: ResourceRules, site: SiteRules): Opening[] {
  const { from, until } = dayOf(date, site)
  const zone = zoneOf(resource, site)
  // A shift ends at most two days after the date on which it begins. A day of the site touches two of its own clock,
  // and what is open may go on for two more.
  const first = dayNumberOf(localDateOf(from, zone)) - 2
  const last = first + 5
  // A shift of the last day may end on the second day after it.
  const off = [
    ...timeOff(resource.daysOff, zone, first, last + 2),
    ...timeOff(site.daysOff, site.timeZone, first - 1, last + 3),
  ]
  const openings: Opening[] = []
  let openUntil = Number.NEGATIVE_INFINITY
  for (let day = first; day <= last; day++) {
    const shift = shiftOf(day, resource, site)
    if (shift === undefined || shift.end <= from) continue
    const isOfAnotherDay = shift.start >= until
    if (isOfAnotherDay && shift.start > openUntil) break
    let pieces = openingsOfShift(shift, off, site.settings.gridMode)
    if (isOfAnotherDay) pieces = pieces.filter(({ start }) => start <= openUntil)
    openings.push(...pieces)
    openUntil = Math.max(openUntil, ...pieces.map(({ end }) => end))
  }
  return openings.sort((one, other) => one.start - other.start)
}

function openingsOfShift(shift: Shift, off: readonly TimeOff[], gridMode: 'opening' | 'window'): Opening[] {
  const begins = ({ start, end, isWholeDays }: TimeOff) => isWholeDays && start <= shift.start && shift.start < end
  if (off.some(begins)) return []
  const closed = [...shift.breaks, ...off.filter(({ start, end }) => start < end)]
  const pieces = freeWindows(
    [{ start: shift.start, end: shift.end }],
    closed.map(({ start, end }) => ({ start, end, seats: 1 })),
  )
  return gridMode === 'window' ? pieces : pieces.map((piece) => ({ ...piece, gridAnchor: shift.start }))
}
