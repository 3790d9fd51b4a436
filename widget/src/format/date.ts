import { dateTimeFormatter } from './formatters.js'

const styles = {
  /** `Tuesday 16 March 2027` */
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** `Tuesday 16 March` */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** `Tue 16 Mar` */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof styles

/** A day of the calendar, `2027-03-16`, as the language writes it. */
export function formatDate(date: string, style: DateStyle, locale: string): string {
  const formatter = dateTimeFormatter(locale, { ...styles[style], timeZone: 'UTC' })
  const parts = formatter.formatToParts(new Date(`${date}T00:00:00Z`))
  // A time often follows, with a comma: English of some regions would set a second one, `Tuesday, 16 March, 09:30`.
  const hasComma = locale.startsWith('en') && parts[0]?.type === 'weekday' && parts[2]?.type === 'day'
  return parts.map(({ value }, place) => (hasComma && place === 1 ? ' ' : value)).join('')
}

/** A month, `2027-03`: `March 2027`. */
export function formatMonth(month: string, locale: string): string {
  return dateTimeFormatter(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}

/** The weekday of a day of the calendar: `Tuesday`, `Tue` or `T`. */
export function formatWeekday(date: string, style: 'long' | 'short' | 'narrow', locale: string): string {
  return dateTimeFormatter(locale, { weekday: style, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}
