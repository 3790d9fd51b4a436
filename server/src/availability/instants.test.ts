import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { dateOfMinute, formatInstant, minuteAfter, minuteOf } from './index.js'

const minute = (iso: string) => Date.parse(iso) / 60_000

describe('formatInstant', () => {
  test.each([
    ['Europe/Berlin', '2027-01-15T04:30:00+01:00'],
    ['America/New_York', '2027-01-14T22:30:00-05:00'],
    ['America/St_Johns', '2027-01-15T00:00:00-03:30'],
    ['Asia/Kathmandu', '2027-01-15T09:15:00+05:45'],
    ['UTC', '2027-01-15T03:30:00+00:00'],
  ])('in %s', (timeZone, text) => {
    expect(formatInstant(minute('2027-01-15T03:30:00Z'), timeZone)).toBe(text)
  })

  test('tells the two hours apart that show the same time', () => {
    const first = minute('2027-10-31T00:30:00Z')
    expect(formatInstant(first, 'Europe/Berlin')).toBe('2027-10-31T02:30:00+02:00')
    expect(formatInstant(first + 60, 'Europe/Berlin')).toBe('2027-10-31T02:30:00+01:00')
  })

  test('agrees with the calendar library in every hour of a year', () => {
    for (const timeZone of ['Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago']) {
      for (let hour = minute('2027-01-01T00:00:00Z'); hour < minute('2028-01-01T00:00:00Z'); hour += 60) {
        const expected = DateTime.fromMillis(hour * 60_000, { zone: timeZone }).toISO({ suppressMilliseconds: true })
        expect(formatInstant(hour, timeZone)).toBe(expected)
      }
    }
  })

  test('refuses a zone that does not exist', () => {
    expect(() => formatInstant(0, 'Europe/Atlantis')).toThrow(RangeError)
  })
})

describe('minutes', () => {
  test('an instant lies in one minute, and the next one begins after it', () => {
    const instant = new Date('2027-03-16T08:30:00.001Z')
    expect(minuteOf(instant)).toBe(minute('2027-03-16T08:30:00Z'))
    expect(minuteAfter(instant)).toBe(minute('2027-03-16T08:31:00Z'))
  })

  test('a full minute is its own', () => {
    const instant = new Date('2027-03-16T08:30:00Z')
    expect(minuteAfter(instant)).toBe(minuteOf(instant))
    expect(dateOfMinute(minuteOf(instant))).toEqual(instant)
  })
})

test('a zone is the same in upper and lower case', () => {
  expect(formatInstant(minute('2027-07-15T03:30:00Z'), 'eUROPE/bERLIN')).toBe('2027-07-15T05:30:00+02:00')
})
