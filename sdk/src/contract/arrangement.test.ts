import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { findNearestSlots, getCalendar, listSlots } from './availability.js'
import { newBooking } from './bookings.js'
import { fieldErrors } from './field-errors.js'

const services = (count: number) => Array(count).fill('cut').join()

const errorsOfDay = (value: Record<string, unknown>) => {
  const { error } = z.safeParse(listSlots.query, { items: services(2), date: '2027-03-16', ...value })
  return error === undefined ? [] : fieldErrors(error.issues)
}

const errorsOfBooking = (count: number, value: Record<string, unknown>) => {
  const { error } = z.safeParse(newBooking, {
    start: '2027-03-16T09:30:00+01:00',
    items: Array.from({ length: count }, () => ({ serviceId: 'cut' })),
    client: { name: 'Guest 1' },
    ...value,
  })
  return error === undefined ? [] : fieldErrors(error.issues)
}

describe('the arrangement', () => {
  test('is stages unless said', () => {
    expect(z.parse(listSlots.query, { items: 'cut', date: '2027-03-16' })).toMatchObject({ arrangement: 'stages' })
  })

  test('another word is refused', () => {
    expect(errorsOfDay({ arrangement: 'parallel', order: 'best' })).toEqual([
      { path: 'arrangement', message: 'Must be stages, sequence or overlap' },
      { path: 'order', message: 'Must be any or asked' },
    ])
  })

  test('five services overlap, six do not', () => {
    expect(errorsOfDay({ items: services(5), arrangement: 'overlap' })).toEqual([])
    const refused = [{ path: 'items', message: 'At most 5 services that all overlap' }]
    expect(errorsOfDay({ items: services(6), arrangement: 'overlap' })).toEqual(refused)
    expect(errorsOfBooking(6, { arrangement: 'overlap' })).toEqual(refused)
  })

  test('any order is for six services; more come as asked', () => {
    expect(errorsOfDay({ items: services(6), order: 'any' })).toEqual([])
    expect(errorsOfDay({ items: services(7) })).toEqual([])
    const refused = [{ path: 'order', message: 'In any order at most 6 services' }]
    expect(errorsOfDay({ items: services(7), order: 'any' })).toEqual(refused)
    expect(errorsOfBooking(7, { order: 'any' })).toEqual(refused)
  })
})

describe('a visit over several days', () => {
  test('says the day of each service', () => {
    expect(z.parse(listSlots.query, { items: services(3), date: '2027-03-16', offsets: '0,0,7' })).toMatchObject({
      offsets: [0, 0, 7],
    })
    expect(errorsOfBooking(3, { offsets: [0, 0, 7] })).toEqual([])
  })

  test.each(['', ',', '0;1', '0,', '0,-1', '0,1.5', 'a,b', '0, 1'])('%j are no days', (offsets) => {
    expect(errorsOfDay({ offsets })).toEqual([
      { path: 'offsets', message: 'Must be days after the first, such as 0,0,7' },
    ])
  })

  test.each([
    ['0,1,2', 'Must have one entry for each of the items'],
    ['1,2', 'The first day comes first: start with 0'],
  ])('%j do not go with two services', (offsets, message) => {
    expect(errorsOfDay({ offsets })).toEqual([{ path: 'offsets', message }])
    expect(errorsOfBooking(2, { offsets: offsets.split(',').map(Number) })).toEqual([{ path: 'offsets', message }])
  })

  test('a later service is never on an earlier day', () => {
    expect(errorsOfDay({ items: services(3), offsets: '0,7,6' })).toEqual([
      { path: 'offsets', message: 'A later service is never on an earlier day' },
    ])
  })

  test('a year is the longest', () => {
    expect(errorsOfDay({ offsets: '0,365' })).toEqual([])
    expect(errorsOfDay({ offsets: '0,366' })).toEqual([
      { path: 'offsets.1', message: 'Must be a whole number from 0 to 365' },
    ])
  })

  test('nothing overlaps over several days', () => {
    expect(errorsOfDay({ arrangement: 'overlap', offsets: '0,1' })).toEqual([
      { path: 'offsets', message: 'Services that overlap are all on one day' },
    ])
  })
})

describe('times of day', () => {
  const queries = [
    { query: getCalendar.query, day: { month: '2027-03' } },
    { query: listSlots.query, day: { date: '2027-03-16' } },
    { query: findNearestSlots.query, day: { from: '2027-03-16' } },
  ]

  test.each(queries)('starts from one time on and before another', ({ query, day }) => {
    const asked = { items: 'cut', ...day, timeFrom: '17:00', timeTo: '24:00' }
    expect(z.parse(query, asked)).toMatchObject({ timeFrom: '17:00', timeTo: '24:00' })
  })

  test.each(['7:00', '24:01', '25:00', '17', '17:60', '17:00:00', 'noon', ''])('%j is no time', (timeFrom) => {
    expect(errorsOfDay({ timeFrom })).toEqual([{ path: 'timeFrom', message: 'Must be a time of day such as 17:30' }])
  })

  test('the second is later than the first', () => {
    const refused = [{ path: 'timeTo', message: 'Must be later than timeFrom' }]
    expect(errorsOfDay({ timeFrom: '12:00', timeTo: '12:00' })).toEqual(refused)
    expect(errorsOfDay({ timeTo: '00:00' })).toEqual(refused)
    expect(errorsOfDay({ timeFrom: '24:00' })).toEqual(refused)
  })
})

test('other ways to do it are asked for by number, ten at most', () => {
  expect(errorsOfDay({ alternativesPerStart: '10' })).toEqual([])
  expect(errorsOfDay({ alternativesPerStart: '11' })).toEqual([
    { path: 'alternativesPerStart', message: 'Must be a whole number from 0 to 10' },
  ])
})
