import type { Weekday } from './week-start.js'

const DAY = 86_400_000

// Days of a calendar have no zone: they are counted in UTC, where every day has 24 hours.
const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`)
const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10)
const weekdayOf = (date: string) => new Date(timeOf(date)).getUTCDay() || 7

export const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export const monthOf = (date: string) => date.slice(0, 7)

export const addDays = (date: string, days: number) => dateOf(timeOf(date) + days * DAY)

/** `2027-12` and 1 give `2028-01`. */
export function addMonths(month: string, months: number): string {
  const first = new Date(timeOf(`${month}-01`))
  first.setUTCMonth(first.getUTCMonth() + months)
  return monthOf(dateOf(first.getTime()))
}

/** Every day of a month, in order. */
export function daysOfMonth(month: string): string[] {
  const end = timeOf(`${addMonths(month, 1)}-01`)
  const days: string[] = []
  for (let time = timeOf(`${month}-01`); time < end; time += DAY) days.push(dateOf(time))
  return days
}

/** The weeks of a month, seven places each; null where the place belongs to another month. */
export function weeksOfMonth(month: string, firstDay: Weekday): (string | null)[][] {
  const days = daysOfMonth(month)
  const blanks = (weekdayOf(`${month}-01`) - firstDay + 7) % 7
  const places: (string | null)[] = [...Array<null>(blanks).fill(null), ...days]
  while (places.length % 7 !== 0) places.push(null)
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
}

/** A date of each weekday, in the order of the week: what their names are written from. */
export function weekdayDates(firstDay: Weekday): string[] {
  const monday = '2024-01-01'
  return Array.from({ length: 7 }, (_, place) => addDays(monday, firstDay - 1 + place))
}

/** The same day of another month, or that month's last day: 31 January gives 28 February. */
export function sameDayIn(month: string, date: string): string {
  const days = daysOfMonth(month)
  return days[Math.min(Number(date.slice(8)), days.length) - 1] ?? date
}

/**
 * The day a key leads to from another: arrows by day and week, Home and End within the week,
 * PageUp and PageDown by month. Undefined for other keys.
 */
export function dateByKey(key: string, date: string, firstDay: Weekday, isRightToLeft: boolean): string | undefined {
  const forward = isRightToLeft ? -1 : 1
  const placeInWeek = (weekdayOf(date) - firstDay + 7) % 7
  switch (key) {
    case 'ArrowRight':
      return addDays(date, forward)
    case 'ArrowLeft':
      return addDays(date, -forward)
    case 'ArrowDown':
      return addDays(date, 7)
    case 'ArrowUp':
      return addDays(date, -7)
    case 'Home':
      return addDays(date, -placeInWeek)
    case 'End':
      return addDays(date, 6 - placeInWeek)
    case 'PageDown':
      return sameDayIn(addMonths(monthOf(date), 1), date)
    case 'PageUp':
      return sameDayIn(addMonths(monthOf(date), -1), date)
    default:
      return undefined
  }
}
