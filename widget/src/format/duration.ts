import { numberFormatter } from './formatters.js'

const noBreakSpace = '\u00a0'

/**
 * Minutes as people say them: `50 min`, `2 h`, `2 h 30 min`. The signs h and min are the same in every
 * language; all spaces are no-break spaces, so that a duration is never torn at the end of a line.
 */
export function formatDuration(minutes: number, locale: string): string {
  const number = numberFormatter(locale, { useGrouping: false })
  const hours = Math.floor(minutes / 60)
  const rest = minutes - hours * 60
  const parts: string[] = []
  if (hours > 0) parts.push(`${number.format(hours)}${noBreakSpace}h`)
  if (rest > 0 || hours === 0) parts.push(`${number.format(rest)}${noBreakSpace}min`)
  return parts.join(noBreakSpace)
}
