import { expect, test } from 'vitest'
import { nextWeekday } from './next-weekday.js'

test('the weekday itself counts, then the week after', () => {
  expect(nextWeekday('2027-03-16', 0, 'tuesday')).toBe('2027-03-16')
  expect(nextWeekday('2027-03-16', 1, 'tuesday')).toBe('2027-03-23')
})

test('goes over the end of week, month and year', () => {
  expect(nextWeekday('2027-03-16', 1, 'monday')).toBe('2027-03-22')
  expect(nextWeekday('2027-12-31', 1, 'sunday')).toBe('2028-01-02')
})
