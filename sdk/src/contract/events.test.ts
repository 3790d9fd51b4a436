import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { dayEvent, followEvents } from './events.js'
import { fieldErrors } from './field-errors.js'

const wrong = (query: unknown) => fieldErrors(z.safeParse(followEvents.query, query).error?.issues ?? [])

test.each([
  ['a single day', { from: '2027-03-16', to: '2027-03-16' }],
  ['a hundred days, over a change of clocks', { from: '2027-03-01', to: '2027-06-08' }],
])('%s can be followed', (_, query) => {
  expect(wrong(query)).toEqual([])
})

test.each([
  ['one more', { from: '2027-03-01', to: '2027-06-09' }, 'to', 'At most 100 days from the first one on'],
  [
    'an end before the beginning',
    { from: '2027-03-16', to: '2027-03-15' },
    'to',
    'Must be the first day or a later one',
  ],
  ['no end', { from: '2027-03-16' }, 'to', 'Must be a date that exists, such as 2027-03-16'],
  ['a day that does not exist', { from: '2027-02-30', to: '2027-03-16' }, 'from', expect.stringContaining('exists')],
  ['a list', { from: ['2027-03-16'], to: '2027-03-16' }, 'from', expect.stringContaining('Must be a date')],
  ['what is not asked', { from: '2027-03-16', to: '2027-03-16', items: 'cut' }, 'items', 'There is no such field'],
])('%s is refused, by the name of the field', (_, query, path, message) => {
  expect(wrong(query)).toEqual([{ path, message }])
})

test('an event says what happened, and on which days', () => {
  expect(z.safeParse(dayEvent, { type: 'changed', dates: ['2027-03-16'] }).success).toBe(true)
  expect(z.safeParse(dayEvent, { type: 'changed', dates: ['tomorrow'] }).success).toBe(false)
})
