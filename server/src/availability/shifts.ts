import { type DayNumber, instantOf, weekdayOfDay } from './day-numbers.js'
import type { LocalHours, ResourceRules, SiteRules } from './rules.js'

/** A shift on somebody's wall clock. */
interface LocalShift extends LocalHours {
  readonly breaks: readonly LocalHours[]
}

/** A shift in minutes since the epoch, breaks not yet cut out. */
export interface Shift {
  readonly start: number
  readonly end: number
  readonly breaks: readonly { readonly start: number; readonly end: number }[]
}

/** The clock on which a resource's hours and days off are meant. */
export const zoneOf = (resource: ResourceRules, site: SiteRules): string => resource.timeZone ?? site.timeZone

/** The hours of a day: those of its weekday, else the resource's default ones, else the site's. */
function localShift(day: DayNumber, resource: ResourceRules, site: SiteRules): LocalShift | undefined {
  const weekday = weekdayOfDay(day)
  const own = resource.workingDays.find((row) => row.weekday === weekday)
  if (own?.isClosed) return undefined
  if (own && own.startMinute !== null && own.endMinute !== null) {
    return { startMinute: own.startMinute, endMinute: own.endMinute, breaks: own.breaks }
  }
  const { defaultStartMinute, defaultEndMinute, defaultBreakStartMinute, defaultBreakEndMinute } = resource
  if (defaultStartMinute !== null && defaultEndMinute !== null) {
    const hasBreak = defaultBreakStartMinute !== null && defaultBreakEndMinute !== null
    const breaks = hasBreak ? [{ startMinute: defaultBreakStartMinute, endMinute: defaultBreakEndMinute }] : []
    return { startMinute: defaultStartMinute, endMinute: defaultEndMinute, breaks }
  }
  const ofSite = site.hours.find((row) => row.weekday === weekday)
  return ofSite && { startMinute: ofSite.startMinute, endMinute: ofSite.endMinute, breaks: [] }
}

/** The shift that begins on a day of the resource's own clock; none where it is closed or the clock skips it all. */
export function shiftOf(day: DayNumber, resource: ResourceRules, site: SiteRules): Shift | undefined {
  const local = localShift(day, resource, site)
  if (local === undefined) return undefined
  const zone = zoneOf(resource, site)
  const toInstants = ({ startMinute, endMinute }: LocalHours) => ({
    start: instantOf(day, startMinute, zone),
    end: instantOf(day, endMinute, zone),
  })
  const shift = { ...toInstants(local), breaks: local.breaks.map(toInstants).filter(({ start, end }) => start < end) }
  return shift.start < shift.end ? shift : undefined
}
