import type { Booking, Site } from '@codex-booking/sdk'

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

/** An iCalendar file with the visit as its one event. `who` says who does what; `now` is when it was made. */
export const calendarFile = (booking: Booking, site: Site, who: string, now: Date): string => {
  const place = [site.name, site.address].filter((part) => part !== null).join(', ')
  const description = [who, site.directions].filter((part) => part !== null).join('\n')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//codex-booking//widget//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${booking.id}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(new Date(booking.start))}`,
    `DTEND:${stamp(new Date(booking.end))}`,
    `SUMMARY:${escapeText(`${booking.items.map(({ serviceName }) => serviceName).join(', ')} (${site.name})`)}`,
    `LOCATION:${escapeText(place)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}
