import type { Appointment, Booking, Site } from '@codex-booking/sdk'
import { daysOf, spanOf } from '../booking-flow/visit-days.js'

/** `2027-03-16T09:30:00+01:00` is `20270316T083000Z`: in UTC, so that no zone has to be described. */
const stamp = (instant: Date) => instant.toISOString().replaceAll(/[-:]|\.\d+/g, '')

/** RFC 5545, 3.3.11: these have a meaning in a text. */
const escapeText = (text: string) => text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n?|\n/g, '\\n')

const encoder = new TextEncoder()

/** RFC 5545, 3.1: no line is longer than 75 octets; what follows a break and a space belongs to it. */
const fold = (line: string) => {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

/**
 * An iCalendar file with an event for each day of the visit, from its first start to its last end: the client is there
 * all the time, also while something takes or between two services. `describe` says who does what; `now` is when it was
 * made; `address` is where the visit can be moved or cancelled, '' for nowhere.
 */
export const calendarFile = (
  booking: Booking,
  site: Site,
  describe: (items: readonly Appointment[]) => string,
  now: Date,
  address = '',
): string => {
  const place = [site.name, site.address].filter((part) => part !== null).join(', ')
  const events = daysOf(booking.items).flatMap((items, day) => {
    const { start, end } = spanOf(items)
    const manage = address === '' ? null : `To move or cancel: ${address}`
    const description = [describe(items), site.directions, manage].filter((part) => part !== null).join('\n')
    return [
      'BEGIN:VEVENT',
      // An id of its own for each event; that of a visit on one day is the booking's.
      `UID:${booking.id}${day === 0 ? '' : `-${day + 1}`}`,
      `DTSTAMP:${stamp(now)}`,
      // A file made later, of the visit at another time, is a newer edition of the same event.
      `SEQUENCE:${Math.floor(now.getTime() / 60_000)}`,
      `DTSTART:${stamp(new Date(start))}`,
      `DTEND:${stamp(new Date(end))}`,
      `SUMMARY:${escapeText(`${items.map(({ serviceName }) => serviceName).join(', ')} (${site.name})`)}`,
      `LOCATION:${escapeText(place)}`,
      `DESCRIPTION:${escapeText(description)}`,
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
    ]
  })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//codex-booking//widget//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
