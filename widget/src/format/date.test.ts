import { expect } from '@open-wc/testing'
import { formatDate, formatMonth, formatWeekday } from './date.js'

// Where English puts its commas has changed between versions of browsers.
const plain = (text: string) => text.replaceAll(',', '')

describe('dates', () => {
  it('are written in full, long and short', () => {
    expect(plain(formatDate('2027-03-16', 'full', 'en-GB'))).to.equal('Tuesday 16 March 2027')
    expect(plain(formatDate('2027-03-16', 'long', 'en-GB'))).to.equal('Tuesday 16 March')
    expect(plain(formatDate('2027-03-16', 'short', 'en-GB'))).to.equal('Tue 16 Mar')
  })

  it('are written as the language does', () => {
    expect(plain(formatDate('2027-03-16', 'long', 'en-US'))).to.equal('Tuesday March 16')
    expect(formatDate('2027-03-16', 'long', 'de')).to.equal('Dienstag, 16. März')
  })

  it('have no comma between weekday and day in English', () => {
    expect(formatDate('2027-03-16', 'long', 'en-DE')).to.equal('Tuesday 16 March')
    expect(formatDate('2027-03-16', 'short', 'en-SE')).to.equal('Tue 16 Mar')
    expect(formatDate('2027-03-16', 'long', 'en-US')).to.equal('Tuesday, March 16')
  })

  it('are the same day wherever the browser is', () => {
    expect(plain(formatDate('2027-01-01', 'full', 'en-GB'))).to.equal('Friday 1 January 2027')
    expect(plain(formatDate('2027-12-31', 'full', 'en-GB'))).to.equal('Friday 31 December 2027')
  })

  it('name months and weekdays', () => {
    expect(formatMonth('2027-03', 'en-GB')).to.equal('March 2027')
    expect(formatMonth('2027-03', 'de')).to.equal('März 2027')
    expect(formatWeekday('2027-03-16', 'long', 'en-GB')).to.equal('Tuesday')
    expect(formatWeekday('2027-03-16', 'short', 'de')).to.equal('Di')
    expect(formatWeekday('2027-03-16', 'narrow', 'en-GB')).to.equal('T')
  })
})
