import { DateTime } from 'luxon'
import { formatInstant, openingsOf, type ResourceRules, type SiteRules } from './index.js'

/** Hours of a day as minutes of it: `hours(9, 17.5)` is 09:00 to 17:30. */
export const hours = (start: number, end: number) => ({ startMinute: start * 60, endMinute: end * 60 })

const week = [1, 2, 3, 4, 5, 6, 7]

/** The same hours on the given weekdays, of a resource. */
export const workingDays = (
  weekdays: readonly number[],
  start: number,
  end: number,
  breaks: readonly (readonly [number, number])[] = [],
) =>
  weekdays.map((weekday) => ({
    weekday,
    isClosed: false,
    ...hours(start, end),
    breaks: breaks.map(([from, to]) => hours(from, to)),
  }))

export const closedOn = (weekday: number) => ({
  weekday,
  isClosed: true,
  startMinute: null,
  endMinute: null,
  breaks: [],
})

export const dayOff = (startDate: string, endDate = startDate, part?: readonly [number, number]) => ({
  startDate,
  endDate,
  startMinute: part ? part[0] * 60 : null,
  endMinute: part ? part[1] * 60 : null,
})

/** A house in Berlin that is open from nine to six on every day; change what matters. */
export const house = (changes: Partial<SiteRules> = {}): SiteRules => ({
  timeZone: 'Europe/Berlin',
  settings: { gridMode: 'opening', bufferMinutes: 5, noticeMinutes: 60, horizonDays: 30 },
  hours: week.map((weekday) => ({ weekday, ...hours(9, 18) })),
  daysOff: [],
  ...changes,
})

/** Somebody who falls back to the house in everything. */
export const somebody = (changes: Partial<ResourceRules> = {}): ResourceRules => ({
  id: 'ada',
  capacity: 1,
  priority: 0,
  bufferMinutes: null,
  noticeMinutes: null,
  horizonDays: null,
  timeZone: null,
  defaultStartMinute: null,
  defaultEndMinute: null,
  defaultBreakStartMinute: null,
  defaultBreakEndMinute: null,
  workingDays: [],
  daysOff: [],
  ...changes,
})

/** Minutes since the epoch of what a clock shows, `2027-03-16T09:00`. */
export const clock = (local: string, timeZone = 'Europe/Berlin') =>
  DateTime.fromISO(local, { zone: timeZone }).toSeconds() / 60

/** Openings as a clock shows them, `16T09:00+01:00 - 16T18:00+01:00`. */
export const shown = (date: string, resource: ResourceRules, site: SiteRules) => {
  const short = (minute: number) =>
    formatInstant(minute, site.timeZone).slice(8).replace(':00+', '+').replace(':00-', '-')
  return openingsOf(date, resource, site).map(({ start, end }) => `${short(start)} - ${short(end)}`)
}
