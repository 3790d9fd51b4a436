import type { HoursText } from './site-description.js'

/** Minutes from midnight. */
export interface Hours {
  startMinute: number
  endMinute: number
}

/**
 * Reads `09:00-18:00`.
 *
 * @throws if it is not written so or ends before it begins
 */
export function parseHours(text: HoursText): Hours {
  const [, startHour, startMinute, endHour, endMinute] = /^(\d\d):([0-5]\d)-(\d\d):([0-5]\d)$/.exec(text) ?? []
  const hours = {
    startMinute: Number(startHour) * 60 + Number(startMinute),
    endMinute: Number(endHour) * 60 + Number(endMinute),
  }
  if (hours.startMinute < hours.endMinute) return hours
  throw new Error(
    `"${text}" is not a stretch of the day such as 09:00-18:00 (18:00-26:00 where it ends after midnight)`,
  )
}

/**
 * Reads breaks of a working day.
 *
 * @throws if one of them is not inside the day's hours
 */
export function parseBreaks(breaks: readonly HoursText[], day: HoursText): Hours[] {
  const hours = parseHours(day)
  return breaks.map((text) => {
    const pause = parseHours(text)
    if (pause.startMinute >= hours.startMinute && pause.endMinute <= hours.endMinute) return pause
    throw new Error(`The break ${text} is not inside the hours ${day}`)
  })
}
