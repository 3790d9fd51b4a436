import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { findNearestSlots, getCalendar, listSlots } from './availability.js'
import { fieldErrors } from './field-errors.js'

type Query = (typeof getCalendar | typeof listSlots | typeof findNearestSlots)['query']

const errorsOf = (query: Query, value: Record<string, unknown>) => {
  const { error } = z.safeParse(query, value)
  return error === undefined ? [] : fieldErrors(error.issues)
}
const errorsOfDay = (value: Record<string, unknown>) =>
  errorsOf(listSlots.query, { items: 'cut', date: '2027-03-16', ...value })

describe('items', () => {
  test('services and who is to do them, in the order asked', () => {
    const { items } = z.parse(listSlots.query, {
      items: 'cut@ada,long-hair,0198b6a0-0000-7000-8000-000000000001',
      date: '2027-03-16',
    })
    expect(items).toEqual([
      { serviceId: 'cut', resourceId: 'ada' },
      { serviceId: 'long-hair' },
      { serviceId: '0198b6a0-0000-7000-8000-000000000001' },
    ])
  })

  test.each([
    '',
    ',',
    'cut,',
    ',cut',
    'cut,,colour',
    'cut@',
    '@ada',
    'cut@ada@ben',
    'cut@ada,',
    'cut~long',
    'cut colour',
    'c\u0000t',
    'cut;colour',
    '%00',
  ])('%j is not understood', (items) => {
    expect(errorsOfDay({ items })).toEqual([
      { path: 'items', message: 'Must be services joined by commas, such as cut@ada,colour' },
    ])
  })

  test.each([[undefined], [['cut', 'colour']], [7]])('%j is not a list of services', (items) => {
    expect(errorsOfDay({ items }).map(({ path }) => path)).toEqual(['items'])
  })

  test('there are at most 12', () => {
    expect(errorsOfDay({ items: Array(13).fill('cut').join(',') })).toEqual([
      { path: 'items', message: 'At most 12 services' },
    ])
    expect(errorsOfDay({ items: Array(12).fill('cut').join(',') })).toEqual([])
  })

  test('a name that is too long is named by its place', () => {
    expect(errorsOfDay({ items: `cut,${'a'.repeat(65)}` })).toEqual([
      { path: 'items.1.serviceId', message: 'At most 64 characters' },
    ])
  })

  test('a very long list is refused at once', () => {
    expect(errorsOfDay({ items: `${'a-'.repeat(50_000)}!` }).map(({ path }) => path)).toEqual(['items'])
  })
})

describe('dates', () => {
  test.each([
    '2027-02-29',
    '2027-04-31',
    '2027-00-10',
    '2027-1-1',
    '16.03.2027',
    '2027-03-16T00:00:00Z',
    '',
    '1999-12-31',
    '3000-01-01',
  ])('%j is no day', (date) => {
    expect(errorsOfDay({ date }).map(({ path }) => path)).toEqual(['date'])
  })

  test('a day that does not exist is told with an example', () => {
    expect(errorsOfDay({ date: '2027-02-29' })).toEqual([
      { path: 'date', message: 'Must be a date that exists, such as 2027-03-16' },
    ])
  })

  test('29 February of a leap year exists', () => {
    expect(errorsOfDay({ date: '2028-02-29' })).toEqual([])
  })

  test.each(['2027-13', '2027-00', '2027-3', '2027-03-16', 'March', '', '0000-01'])('%j is no month', (month) => {
    expect(errorsOf(getCalendar.query, { items: 'cut', month }).map(({ path }) => path)).toEqual(['month'])
  })
})

describe('numbers', () => {
  test('are written in digits', () => {
    expect(z.parse(listSlots.query, { items: 'cut', date: '2027-03-16', partySize: '3', limit: '10' })).toMatchObject({
      partySize: 3,
      limit: 10,
    })
  })

  test('have their defaults', () => {
    expect(z.parse(findNearestSlots.query, { items: 'cut', from: '2027-03-16' })).toMatchObject({
      partySize: 1,
      days: 60,
    })
  })

  test.each(['0', '-1', '1.5', '101', '1e1', '0x2', ' 2', '', 'two', '2,3', ['2', '3'], true, null, '9'.repeat(400)])(
    'a party of %j is refused',
    (partySize) => {
      expect(errorsOfDay({ partySize })).toEqual([
        { path: 'partySize', message: 'Must be a whole number from 1 to 100' },
      ])
    },
  )

  test('one search looks at 366 days at most', () => {
    expect(errorsOf(findNearestSlots.query, { items: 'cut', from: '2027-03-16', days: '367' })).toEqual([
      { path: 'days', message: 'Must be a whole number from 1 to 366' },
    ])
  })
})

describe('the zone of the answer', () => {
  test.each(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'])('%s is one', (timeZone) => {
    expect(errorsOfDay({ timeZone })).toEqual([])
  })

  test.each(['Europe/Atlantis', '+01:00', 'CET+1', '', 'Europe/Berlin\u0000', ['UTC', 'UTC']])(
    '%j is none',
    (timeZone) => {
      expect(errorsOfDay({ timeZone })).toEqual([
        { path: 'timeZone', message: 'Must be an IANA time zone such as Europe/Berlin' },
      ])
    },
  )
})

test('an unknown parameter is named, never ignored', () => {
  expect(errorsOfDay({ arrange: 'stages', Limit: '3' })).toEqual([
    { path: 'arrange', message: 'There is no such field' },
    { path: 'Limit', message: 'There is no such field' },
  ])
})

test('every mistake is named in one list', () => {
  expect(errorsOf(listSlots.query, { items: '', date: 'x', partySize: 'x', timeZone: 'x', foo: 'x' })).toHaveLength(5)
})
