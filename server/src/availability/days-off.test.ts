import { expect, test } from 'vitest'
import { dayNumberOf } from './day-numbers.js'
import { timeOff } from './days-off.js'
import { clock, dayOff } from './house.fixture.js'

const first = dayNumberOf('2027-03-16')
const last = dayNumberOf('2027-03-18')

/** What matters from the 16th to the 18th. */
const between = (off: ReturnType<typeof dayOff>) => timeOff([off], 'Europe/Berlin', first, last)
const part = (start: string, end: string) => ({
  start: clock(`2027-03-${start}`),
  end: clock(`2027-03-${end}`),
  isWholeDays: false,
})

test('whole days are one stretch, however long', () => {
  expect(between(dayOff('2027-03-01', '2027-03-16'))).toEqual([
    { start: clock('2027-03-01T00:00'), end: clock('2027-03-17T00:00'), isWholeDays: true },
  ])
})

test('a part of each day is a stretch of its own, on the days that matter and the one before', () => {
  expect(between(dayOff('2026-01-01', '2028-01-01', [22, 25]))).toEqual([
    part('15T22:00', '16T01:00'),
    part('16T22:00', '17T01:00'),
    part('17T22:00', '18T01:00'),
    part('18T22:00', '19T01:00'),
  ])
})

test('the day before and the last day count, those further off do not', () => {
  expect(between(dayOff('2027-03-15', '2027-03-15', [22, 25]))).toEqual([part('15T22:00', '16T01:00')])
  expect(between(dayOff('2027-03-18', '2027-03-18', [9, 10]))).toEqual([part('18T09:00', '18T10:00')])
  expect(between(dayOff('2027-03-14', '2027-03-14', [22, 25]))).toEqual([])
  expect(between(dayOff('2027-03-19', '2027-03-19', [9, 10]))).toEqual([])
})

test('a part without an end lasts to the end of the day, one without a beginning from midnight on', () => {
  const morning = { ...dayOff('2027-03-16', '2027-03-16', [0, 9]), startMinute: null }
  const evening = { ...dayOff('2027-03-16', '2027-03-16', [17, 24]), endMinute: null }
  expect([...between(morning), ...between(evening)]).toEqual([
    part('16T00:00', '16T09:00'),
    part('16T17:00', '17T00:00'),
  ])
})
