import { expect } from '@open-wc/testing'
import { addDays, dateIn, dateOf, laterOf, monthOf } from './local-date.js'

describe('days of a calendar', () => {
  it('are those of the zone, not of the browser', () => {
    const instant = new Date('2027-03-08T23:30:00Z')
    expect(dateIn('Europe/Berlin', instant)).to.equal('2027-03-09')
    expect(dateIn('America/New_York', instant)).to.equal('2027-03-08')
  })

  it('follow each other over months, years and changes of the clock', () => {
    expect(addDays('2027-02-28', 1)).to.equal('2027-03-01')
    expect(addDays('2028-02-28', 1)).to.equal('2028-02-29')
    expect(addDays('2027-12-31', 1)).to.equal('2028-01-01')
    expect(addDays('2027-03-27', 2)).to.equal('2027-03-29')
  })

  it('are read off an instant with its offset', () => {
    expect(dateOf('2027-03-16T00:15:00+01:00')).to.equal('2027-03-16')
    expect(monthOf('2027-03-16')).to.equal('2027-03')
    expect(laterOf('2027-03-16', '2027-03-09')).to.equal('2027-03-16')
  })
})
