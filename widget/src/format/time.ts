import { dateTimeFormatter } from './formatters.js'

/** The wall clock of an instant (ISO 8601, or milliseconds), as the language writes it: `09:30`, `9:30 AM`. */
export function formatTime(instant: string | number, timeZone: string, locale: string): string {
  const options = { hour: 'numeric', minute: '2-digit', timeZone } as const
  const formatter = dateTimeFormatter(locale, options)
  // Clocks of 24 hours get two digits, so that times stand under each other: 09:30 over 13:30.
  if (formatter.resolvedOptions().hour12) return formatter.format(new Date(instant))
  return dateTimeFormatter(locale, { ...options, hour: '2-digit' }).format(new Date(instant))
}

/** The day of an instant in a zone: `2027-03-16`. */
export function dateOfInstant(instant: string | number, timeZone: string): string {
  // Canada writes its dates in ISO order.
  return dateTimeFormatter('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }).format(
    new Date(instant),
  )
}

/** Hours of the wall clock since midnight, with the minutes as a fraction: 9.5 at 09:30. */
export function hourOfInstant(instant: string, timeZone: string): number {
  const parts = dateTimeFormatter('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
    .format(new Date(instant))
    .split(':')
  return Number(parts[0]) + Number(parts[1]) / 60
}

/** Minutes that pass between two instants, whatever clocks do meanwhile. */
export function minutesBetween(start: string, end: string): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / 60_000)
}

/** The city that a zone is named after: `Berlin`, `New York`. */
export function placeOfZone(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
