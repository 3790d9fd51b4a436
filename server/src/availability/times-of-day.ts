import { dayNumberOf, instantOf } from './day-numbers.js'
import { dayOf } from './openings-of.js'
import type { LocalDate, SiteRules } from './rules.js'

/** A time of the wall clock, `17:30`; `24:00` is the end of the day. */
type LocalTime = string

/** The times of the site's wall clock at which a visit may start: from one on, before another. */
export interface TimesOfDay {
  readonly timeFrom?: LocalTime | undefined
  readonly timeTo?: LocalTime | undefined
}

const minuteOfDay = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/**
 * Between which instants a visit may start on a day: from midnight to midnight, or between two times of its clock.
 *
 * A time that the clock skips in spring moves forward to the jump: whoever asks for starts from 02:30 on gets the one at
 * 03:00, which is no earlier. Of a time that comes twice in autumn the first counts, so that the hours from there on are
 * all the time that has passed since.
 *
 * @returns undefined where the clock skips all of it
 * @throws RangeError for a date or a time zone that does not exist
 */
export function startBounds(
  date: LocalDate,
  site: SiteRules,
  { timeFrom, timeTo }: TimesOfDay,
): { from: number; until: number } | undefined {
  const day = dayOf(date, site)
  const at = (time: LocalTime) => instantOf(dayNumberOf(date), minuteOfDay(time), site.timeZone)
  const from = timeFrom === undefined ? day.from : at(timeFrom)
  const until = timeTo === undefined ? day.until : at(timeTo)
  return from < until ? { from, until } : undefined
}
