import { expect } from '@open-wc/testing'
import {
  addDays,
  addMonths,
  dateByKey,
  daysOfMonth,
  isMonth,
  sameDayIn,
  weekdayDates,
  weeksOfMonth,
} from './month-grid.js'

describe('month grid', () => {
  it('tells months from other text', () => {
    expect(['2027-03', '2027-12'].every(isMonth)).to.equal(true)
    expect(['', '2027-3', '2027-13', '2027-00', '2027-03-01', 'March'].some(isMonth)).to.equal(false)
  })

  it('begins a month on its weekday, wherever the week begins', () => {
    // 1 March 2027 is a Monday.
    expect(weeksOfMonth('2027-03', 1)[0]?.[0]).to.equal('2027-03-01')
    expect(weeksOfMonth('2027-03', 7)[0]).to.deep.equal([null, ...days('2027-03', 1, 6)])
    expect(weeksOfMonth('2027-03', 6)[0]).to.deep.equal([null, null, ...days('2027-03', 1, 5)])
  })

  it('fills weeks of seven places with every day once, in four, five or six rows', () => {
    const february = weeksOfMonth('2027-02', 1)
    expect(february).to.have.length(4)
    expect(weeksOfMonth('2027-03', 1)).to.have.length(5)
    expect(weeksOfMonth('2027-08', 1)).to.have.length(6)
    for (const week of [...february, ...weeksOfMonth('2027-08', 1)]) expect(week).to.have.length(7)
    expect(weeksOfMonth('2027-08', 1).flat().filter(Boolean)).to.deep.equal(days('2027-08', 1, 31))
  })

  it('knows leap years and the ends of years', () => {
    expect(daysOfMonth('2028-02')).to.have.length(29)
    expect(daysOfMonth('2100-02')).to.have.length(28)
    expect(addMonths('2027-12', 1)).to.equal('2028-01')
    expect(addMonths('2027-01', -1)).to.equal('2026-12')
    expect(addDays('2027-12-31', 1)).to.equal('2028-01-01')
  })

  it('counts days the same across a changed clock', () => {
    expect(addDays('2027-03-27', 2)).to.equal('2027-03-29')
    expect(addDays('2027-10-30', 2)).to.equal('2027-11-01')
  })

  it('keeps the day in another month, or takes its last', () => {
    expect(sameDayIn('2027-04', '2027-03-16')).to.equal('2027-04-16')
    expect(sameDayIn('2027-02', '2027-01-31')).to.equal('2027-02-28')
  })

  it('names the weekdays in the order of the week', () => {
    expect(weekdayDates(1).map(weekdayOf)).to.deep.equal([1, 2, 3, 4, 5, 6, 0])
    expect(weekdayDates(7).map(weekdayOf)).to.deep.equal([0, 1, 2, 3, 4, 5, 6])
    expect(weekdayDates(6).map(weekdayOf)).to.deep.equal([6, 0, 1, 2, 3, 4, 5])
  })
})

describe('a key in the month grid', () => {
  const from = '2027-03-16' // a Tuesday

  for (const [key, goal] of [
    ['ArrowRight', '2027-03-17'],
    ['ArrowLeft', '2027-03-15'],
    ['ArrowDown', '2027-03-23'],
    ['ArrowUp', '2027-03-09'],
    ['Home', '2027-03-15'],
    ['End', '2027-03-21'],
    ['PageDown', '2027-04-16'],
    ['PageUp', '2027-02-16'],
    ['Tab', undefined],
  ] as const) {
    it(`${key} leads to ${goal ?? 'nowhere'}`, () => expect(dateByKey(key, from, 1, false)).to.equal(goal))
  }

  it('follows the week as it begins elsewhere', () => {
    expect(dateByKey('Home', from, 7, false)).to.equal('2027-03-14')
    expect(dateByKey('End', from, 7, false)).to.equal('2027-03-20')
    expect(dateByKey('Home', '2027-03-14', 7, false)).to.equal('2027-03-14')
  })

  it('turns left and right where writing does', () => {
    expect(dateByKey('ArrowRight', from, 1, true)).to.equal('2027-03-15')
    expect(dateByKey('ArrowLeft', from, 1, true)).to.equal('2027-03-17')
    expect(dateByKey('ArrowDown', from, 1, true)).to.equal('2027-03-23')
  })
})

function days(month: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${month}-${String(first + index).padStart(2, '0')}`)
}

function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay()
}
