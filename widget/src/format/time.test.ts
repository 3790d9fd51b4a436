import { expect } from '@open-wc/testing'
import { dateOfInstant, formatTime, hourOfInstant, minutesBetween, placeOfZone } from './time.js'

const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('times', () => {
  it('are told by the wall clock of the zone', () => {
    expect(formatTime('2027-03-16T08:30:00Z', 'Europe/Berlin', 'en-GB')).to.equal('09:30')
    expect(formatTime('2027-03-16T09:30:00+01:00', 'America/New_York', 'en-GB')).to.equal('04:30')
  })

  it('follow a changed clock', () => {
    expect(formatTime('2027-03-28T00:30:00Z', 'Europe/Berlin', 'de')).to.equal('01:30')
    expect(formatTime('2027-03-28T01:30:00Z', 'Europe/Berlin', 'de')).to.equal('03:30')
  })

  it('are written as the language does, with two digits for hours of 24', () => {
    const instant = '2027-03-16T08:05:00Z'
    expect(formatTime(instant, 'UTC', 'de')).to.equal('08:05')
    expect(formatTime(instant, 'UTC', 'es')).to.equal('08:05')
    expect(plain(formatTime(instant, 'UTC', 'en-US'))).to.equal('8:05 AM')
    expect(formatTime('2027-03-16T00:05:00Z', 'UTC', 'en-GB')).to.equal('00:05')
  })

  it('know the day and the hour of an instant in a zone', () => {
    expect(dateOfInstant('2027-03-16T23:30:00Z', 'Europe/Berlin')).to.equal('2027-03-17')
    expect(dateOfInstant('2027-03-16T23:30:00Z', 'America/New_York')).to.equal('2027-03-16')
    expect(hourOfInstant('2027-03-16T23:30:00Z', 'Europe/Berlin')).to.equal(0.5)
    expect(hourOfInstant('2027-03-16T11:45:00Z', 'UTC')).to.equal(11.75)
  })

  it('count the minutes that pass, whatever the clocks do', () => {
    expect(minutesBetween('2027-03-16T09:30:00+01:00', '2027-03-16T12:00:00+01:00')).to.equal(150)
    expect(minutesBetween('2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00')).to.equal(60)
  })

  it('name the place of a zone', () => {
    expect(placeOfZone('Europe/Berlin')).to.equal('Berlin')
    expect(placeOfZone('America/Argentina/Buenos_Aires')).to.equal('Buenos Aires')
    expect(placeOfZone('UTC')).to.equal('UTC')
  })
})
