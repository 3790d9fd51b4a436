import { dayNumberOf, instantOf } from './day-numbers.js'
import { addDays } from './local-dates.js'
import type { LocalDate } from './rules.js'

const HALF_A_DAY = 720

/** Twelve hours before noon: midnight, but where clocks change. */
const beforeNoon = (date: LocalDate, timeZone: string): number =>
  instantOf(dayNumberOf(date), HALF_A_DAY, timeZone) - HALF_A_DAY

/**
 * The day of each service of a visit over several days, as the engine compares them: times of day are counted from the
 * twelfth hour before noon, so that an afternoon keeps its hour on days when clocks change in the night.
 *
 * @param date of the first day
 * @param offsets days after it, one for each service
 * @throws RangeError for a date or a time zone that does not exist
 */
export const visitDays = (
  date: LocalDate,
  offsets: readonly number[],
  timeZone: string,
): { start: number; end: number }[] =>
  offsets.map((offset) => {
    const day = addDays(date, offset)
    return { start: beforeNoon(day, timeZone), end: beforeNoon(addDays(day, 1), timeZone) }
  })
