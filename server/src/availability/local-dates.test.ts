import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { dayNumberOf, instantOf, isLocalDate } from './day-numbers.js'
import { addDays, datesFrom, datesOfMonth, localDateOf, startOfDate, weekdayOf } from './index.js'

describe('dates without a clock', () => {
  test('leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
    expect(addDays('2100-03-01', -1)).toBe('2100-02-28')
    expect([isLocalDate('2028-02-29'), isLocalDate('2027-02-29'), isLocalDate('2027-2-01')]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('the turn of a year', () => {
    expect(datesFrom('2027-12-30', 4)).toEqual(['2027-12-30', '2027-12-31', '2028-01-01', '2028-01-02'])
  })

  test('months of every length', () => {
    expect(datesOfMonth('2028-02')).toHaveLength(29)
    expect(datesOfMonth('2027-02').at(-1)).toBe('2027-02-28')
    expect(datesOfMonth('2027-04').at(-1)).toBe('2027-04-30')
    expect(datesOfMonth('2027-12')).toHaveLength(31)
    expect(() => datesOfMonth('2027-13')).toThrow('2027-13-01 is not a date')
  })

  test('weekdays, also before 1970', () => {
    expect(datesFrom('2027-03-15', 7).map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(weekdayOf('1969-12-28')).toBe(7)
  })
})

describe('dates of a clock', () => {
  test('an instant has different dates in different zones', () => {
    const minute = Date.parse('2027-03-15T22:30:00Z') / 60_000
    expect(localDateOf(minute, 'Europe/Berlin')).toBe('2027-03-15')
    expect(localDateOf(minute, 'Pacific/Auckland')).toBe('2027-03-16')
    expect(localDateOf(minute, 'Pacific/Honolulu')).toBe('2027-03-15')
    expect(localDateOf(startOfDate('2027-03-16', 'Asia/Kathmandu'), 'Asia/Kathmandu')).toBe('2027-03-16')
    expect(localDateOf(startOfDate('2027-03-16', 'Asia/Kathmandu') - 1, 'Asia/Kathmandu')).toBe('2027-03-15')
  })

  test('a day that was left out altogether begins when the next one does', () => {
    expect(startOfDate('2011-12-30', 'Pacific/Apia')).toBe(startOfDate('2011-12-31', 'Pacific/Apia'))
  })
})

describe.each([
  ['Europe/Berlin', ['2027-03-27', '2027-10-30', '2027-07-01']],
  ['America/New_York', ['2027-03-13', '2027-11-06']],
  ['America/Santiago', ['2027-04-03', '2027-09-04']],
  ['Australia/Sydney', ['2027-04-03', '2027-10-02']],
  ['Australia/Lord_Howe', ['2027-04-03', '2027-10-02']],
  ['Africa/Cairo', ['2027-04-29', '2027-10-28']],
  ['Africa/Casablanca', ['2027-02-06', '2027-03-13']],
  ['Pacific/Apia', ['2011-12-29']],
  ['UTC', ['2027-03-27']],
])('in %s', (timeZone, dates) => {
  // What the clock shows, minute by minute, as the calendar library says.
  test.each(dates)('a minute of the days from %s on is the first at which the clock has reached it', (date) => {
    const shownAt = (minute: number) => {
      const local = DateTime.fromMillis(minute * 60_000, { zone: timeZone })
      return local.setZone('UTC', { keepLocalTime: true }).toMillis() / 60_000
    }
    const midnight = Date.parse(`${date}T00:00:00Z`) / 60_000
    let instant = midnight - 900
    for (let localMinute = 0; localMinute <= 2880; localMinute += 5) {
      while (shownAt(instant) < midnight + localMinute) instant++
      expect(instantOf(dayNumberOf(date), localMinute, timeZone)).toBe(instant)
    }
  })
})
