import { expect } from '@open-wc/testing'
import { bookingOf, now } from '../booking-flow/answers.fixture.js'
import { slotAt } from '../booking-flow/fake-codex.fixture.js'
import { colour, cut, manicure, site } from '../booking-flow/salon.fixture.js'
import { calendarFile } from './calendar-file.js'

const booking = bookingOf(slotAt('2027-03-16', 570, [{ serviceId: cut.id }, { serviceId: manicure.id }]))
const who = () => 'Cut and finish with Ada, Manicure with Mila'
const linesOf = (file: string) => file.split('\r\n')
/** Lines as a reader puts them together again. */
const unfolded = (file: string) => linesOf(file.replaceAll('\r\n ', ''))

describe('the calendar file', () => {
  it('holds the visit in UTC', () => {
    expect(unfolded(calendarFile(booking, site, who, now()))).to.deep.equal([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//codex-booking//widget//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      `UID:${booking.id}`,
      'DTSTAMP:20270309T080000Z',
      'SEQUENCE:30076320',
      'DTSTART:20270316T083000Z',
      'DTEND:20270316T101000Z',
      'SUMMARY:Cut and finish\\, Manicure (Salon Example)',
      'LOCATION:Salon Example\\, Musterweg 1\\, 10115 Berlin',
      'DESCRIPTION:Cut and finish with Ada\\, Manicure with Mila\\nSecond courtyard\\, ring at the green door',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('escapes what has a meaning in a text', () => {
    const odd = { ...site, name: 'A; B, C\\D', address: null, directions: 'First line\r\nEND:VEVENT' }
    const lines = unfolded(calendarFile(booking, odd, () => '', now()))
    expect(lines).to.include('LOCATION:A\\; B\\, C\\\\D')
    expect(lines).to.include('DESCRIPTION:\\nFirst line\\nEND:VEVENT')
    expect(lines.filter((line) => line === 'END:VEVENT')).to.have.length(1)
  })

  it('folds lines at 75 octets, never inside a character', () => {
    const long = { ...site, name: `Schönheit ${'ü👩‍🦰'.repeat(30)}` }
    const file = calendarFile(booking, long, who, now())
    const octets = linesOf(file).map((line) => new TextEncoder().encode(line).length)
    expect(Math.max(...octets)).to.be.at.most(75)
    expect(Math.max(...octets)).to.be.greaterThan(70)
    expect(unfolded(file).find((line) => line.startsWith('LOCATION:'))).to.include(long.name)
  })

  it('is one event while a colour takes, for the client stays', () => {
    const steps = [
      { kind: 'active' as const, minutes: 20 },
      { kind: 'processing' as const, minutes: 30 },
    ]
    const file = calendarFile(
      { ...booking, items: booking.items.map((item) => ({ ...item, steps })) },
      site,
      who,
      now(),
    )
    expect(linesOf(file).filter((line) => line === 'BEGIN:VEVENT')).to.have.length(1)
    expect(file).to.include('DTEND:20270316T101000Z')
  })

  it('is an event for each day of a visit over several days, each with what is done on it', () => {
    const nextWeek = bookingOf(slotAt('2027-03-23', 600, [{ serviceId: colour.id }]))
    const items = [...booking.items, ...nextWeek.items]
    const describe = (all: readonly { serviceName: string }[]) => all.map(({ serviceName }) => serviceName).join(' + ')
    const lines = unfolded(calendarFile({ ...booking, end: nextWeek.end, items }, site, describe, now()))
    const valuesOf = (name: string) =>
      lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1))
    expect(valuesOf('UID')).to.deep.equal([booking.id, `${booking.id}-2`])
    expect(valuesOf('DTSTART')).to.deep.equal(['20270316T083000Z', '20270323T090000Z'])
    expect(valuesOf('DTEND')).to.deep.equal(['20270316T101000Z', '20270323T104000Z'])
    expect(valuesOf('SUMMARY')).to.deep.equal(['Cut and finish\\, Manicure (Salon Example)', 'Colour (Salon Example)'])
    expect(valuesOf('DESCRIPTION').map((words) => words.split('\\n')[0])).to.deep.equal([
      'Cut and finish + Manicure',
      'Colour',
    ])
  })
})
