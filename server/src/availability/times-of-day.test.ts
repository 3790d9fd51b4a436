import { describe, expect, test } from 'vitest'
import { clock, house } from './house.fixture.js'
import { startBounds } from './times-of-day.js'

const bounds = (date: string, timeFrom?: string, timeTo?: string, timeZone = 'Europe/Berlin') =>
  startBounds(date, house({ timeZone }), { timeFrom, timeTo })

test('without times a visit starts from midnight to midnight', () => {
  expect(bounds('2027-03-16')).toEqual({ from: clock('2027-03-16T00:00'), until: clock('2027-03-17T00:00') })
  expect(bounds('2027-03-16', '00:00', '24:00')).toEqual(bounds('2027-03-16'))
})

test('from one time on, and before another', () => {
  expect(bounds('2027-03-16', '17:30')).toEqual({ from: clock('2027-03-16T17:30'), until: clock('2027-03-17T00:00') })
  expect(bounds('2027-03-16', undefined, '12:00')).toEqual({
    from: clock('2027-03-16T00:00'),
    until: clock('2027-03-16T12:00'),
  })
})

describe('when clocks change', () => {
  test('in spring a time that is skipped moves forward, to where the clock goes on', () => {
    expect(bounds('2027-03-28', '02:30')?.from).toBe(clock('2027-03-28T03:00'))
    expect(bounds('2027-03-28', '01:00', '02:30')).toEqual({
      from: clock('2027-03-28T01:00'),
      until: clock('2027-03-28T03:00'),
    })
    expect(bounds('2027-03-28', '17:00')?.from).toBe(clock('2027-03-28T17:00'))
  })

  test('in spring there may be no such time at all', () => {
    expect(bounds('2027-03-28', '02:10', '02:50')).toBeUndefined()
    expect(bounds('2027-03-28', '02:10', '03:00')).toBeUndefined()
    expect(bounds('2027-03-28', '02:10', '03:01')).toEqual({
      from: clock('2027-03-28T03:00'),
      until: clock('2027-03-28T03:01'),
    })
  })

  test('in autumn the first of two counts, and what follows is as long as it takes', () => {
    const first = Date.parse('2027-10-31T00:30:00Z') / 60_000
    expect(bounds('2027-10-31', '02:30', '03:00')).toEqual({ from: first, until: first + 90 })
    expect(bounds('2027-10-31', '00:00', '02:30')?.until).toBe(first)
  })

  test('a day that begins late begins then', () => {
    const cairo = bounds('2027-04-30', '00:30', '12:00', 'Africa/Cairo')
    expect(cairo?.from).toBe(clock('2027-04-30T01:00', 'Africa/Cairo'))
  })
})
