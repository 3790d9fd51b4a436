import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type NewBooking, newBooking, newTime } from './bookings.js'
import { fieldErrors } from './field-errors.js'

const ADA = '0198b6a0-0000-7000-8000-000000000001'
const start = '2027-03-16T09:30:00+01:00'

const valid: NewBooking = {
  start,
  items: [{ serviceId: 'cut', resourceId: 'ada' }, { serviceId: 'colour' }],
  shown: [
    { resourceId: ADA, start },
    { resourceId: ADA, start: '2027-03-16T10:30:00+01:00' },
  ],
  client: { name: 'Guest 1', email: 'guest1@example.test', phone: '+49 (0) 30 / 123-45', consents: ['privacy'] },
  note: 'Second floor, please',
  metadata: { campaign: 'spring', visits: 3, newsletter: false, voucher: null },
}

const errorsOf = (value: unknown) => {
  const { error } = z.safeParse(newBooking, value)
  return error === undefined ? [] : fieldErrors(error.issues)
}

/** The errors that the valid booking gets with some of its fields replaced. */
const errorsWith = (fields: Record<string, unknown>) => errorsOf({ ...valid, ...fields })
const errorsWithClient = (fields: Record<string, unknown>) => errorsWith({ client: { name: 'Guest 1', ...fields } })

test('a whole booking is taken as it is', () => {
  expect(z.parse(newBooking, valid)).toEqual(valid)
})

test('what was not said has its default', () => {
  const { items } = valid
  expect(z.parse(newBooking, { start, items, client: { name: ' Guest 1 ' } })).toEqual({
    start,
    items,
    client: { name: 'Guest 1', consents: [] },
    metadata: {},
  })
})

describe('with a hold', () => {
  const held = { holdId: ADA, client: { name: 'Guest 1' } }

  test('the visit is not said again', () => {
    expect(errorsOf(held)).toEqual([])
    const { items, shown } = valid
    const again = { start, items, partySize: 1, resourceId: 'ada', arrangement: 'stages', order: 'asked', shown }
    expect(errorsOf({ ...held, ...again })).toEqual(
      Object.keys(again).map((path) => ({ path, message: 'The hold says it already' })),
    )
  })

  test('without one the visit is', () => {
    expect(errorsOf({ client: { name: 'Guest 1' } })).toEqual([
      { path: 'start', message: 'Is required where no hold is named' },
      { path: 'items', message: 'Is required where no hold is named' },
    ])
  })

  test('its id is an id', () => {
    expect(errorsOf({ ...held, holdId: 'mine' })).toContainEqual({ path: 'holdId', message: 'Must be an id: a UUID' })
  })
})

describe('another time', () => {
  const errorsOfTime = (value: unknown) => fieldErrors(z.safeParse(newTime, value).error?.issues ?? [])

  test('is asked for as the visit was booked, or as a whole', () => {
    expect(errorsOfTime({ start })).toEqual([])
    expect(errorsOfTime({ start, shown: valid.shown })).toEqual([])
    expect(errorsOfTime({ start, items: valid.items, arrangement: 'sequence', offsets: [0, 7] })).toEqual([])
    expect(errorsOfTime({ start, arrangement: 'sequence', resourceId: 'ada' }).map(({ path }) => path)).toEqual([
      'resourceId',
      'arrangement',
    ])
  })

  test('is of the same party', () => {
    expect(errorsOfTime({ start, partySize: 2 })).toEqual([{ path: 'partySize', message: 'There is no such field' }])
  })
})

test('parts of a second that would be dropped in silence are refused; zeros say nothing', () => {
  expect(errorsWith({ start: '2027-03-16T09:30:00.0001+01:00' }).map(({ path }) => path)).toEqual(['start'])
  expect(errorsWith({ start: '2027-03-16T09:30:00.000000+01:00' })).toEqual([])
})

test('every mistake is named in one list', () => {
  const errors = errorsWith({
    start: 'tomorrow',
    items: [{ serviceId: 'cut' }, { serviceId: 'a b', resource: 'ada' }],
    partySize: 0,
    shown: [{ resourceId: ADA, start }],
    client: { name: ' ', email: 'nobody' },
    colour: 'red',
  })
  expect(errors.map(({ path }) => path).toSorted()).toEqual([
    'client.email',
    'client.name',
    'colour',
    'items.1.resource',
    'items.1.serviceId',
    'partySize',
    'shown',
    'start',
  ])
})

test.each([[undefined], [null], [[]], ['text'], [7]])('%j is not a booking', (value) => {
  expect(errorsOf(value)).toEqual([{ path: '', message: 'Must be a JSON object' }])
})

test('what has the wrong type is told in words', () => {
  const wrong = { start: 1, items: [1], resourceId: 1, partySize: '2', shown: [1], client: 1, note: 1, metadata: 1 }
  expect(errorsOf(wrong)).toEqual([
    { path: 'start', message: 'Must be a time with an offset, such as 2027-03-16T09:30:00+01:00' },
    { path: 'items.0', message: 'Must be an object with a serviceId' },
    { path: 'partySize', message: 'Must be a whole number from 1 to 100' },
    { path: 'resourceId', message: 'Must be an id or a slug' },
    { path: 'shown.0', message: 'Must be an object with a resourceId and a start' },
    { path: 'client', message: 'Must be an object with the name of who comes' },
    { path: 'note', message: 'Must be text' },
    { path: 'metadata', message: 'Must be an object of text, numbers, true, false or null' },
  ])
  expect(errorsWithClient({ name: 1, email: 1, phone: 1, consents: 1 })).toEqual([
    { path: 'client.name', message: 'Must be text' },
    { path: 'client.email', message: 'Enter an address with an @, for example guest@example.test' },
    { path: 'client.phone', message: 'Enter a phone number with at least 5 digits' },
    { path: 'client.consents', message: 'Must be a list' },
  ])
})

test('no mistake is just "Invalid input"', () => {
  const all = [{}, { client: {} }, { ...valid, items: [{}], shown: [{}, {}], metadata: { a: {} } }]
  const messages = all.flatMap((value) => errorsOf(value)).map(({ message }) => message)
  expect(messages).not.toContain('Invalid input')
  expect(messages.length).toBeGreaterThan(8)
})

describe('start', () => {
  test.each([
    '2027-02-29T09:30:00+01:00',
    '2027-13-01T09:30:00Z',
    '2027-03-16T24:00:00Z',
    '2027-03-16T09:60:00Z',
    '2027-03-16T09:30:00',
    '2027-03-16 09:30:00Z',
    '2027-03-16',
    '16.03.2027 09:30',
    '',
    `2027-03-16T09:30:00.${'0'.repeat(40)}Z`,
    '1999-12-31T23:59:59Z',
    '9999-01-01T00:00:00Z',
    1_805_000_000_000,
  ])('%s is refused', (value) => {
    expect(errorsWith({ start: value }).map(({ path }) => path)).toEqual(['start'])
  })

  test('a day that does not exist is told with an example', () => {
    expect(errorsWith({ start: '2027-02-29T09:30:00+01:00' })).toEqual([
      { path: 'start', message: 'Must be a time with an offset, such as 2027-03-16T09:30:00+01:00' },
    ])
  })

  test.each(['2028-02-29T09:30:00Z', '2027-03-16T09:30:00.000-11:30'])('%s is taken', (value) => {
    expect(errorsWith({ start: value })).toEqual([])
  })
})

describe('items', () => {
  test('there is at least one', () => {
    expect(errorsWith({ items: [], shown: [] })).toEqual([{ path: 'items', message: 'Choose at least one service' }])
  })

  test('there are at most 12', () => {
    const items = Array.from({ length: 13 }, () => ({ serviceId: 'cut' }))
    expect(errorsWith({ items, shown: undefined })).toEqual([{ path: 'items', message: 'At most 12 services' }])
  })

  test('the query form is not for bodies', () => {
    expect(errorsWith({ items: 'cut@ada' })).toEqual([{ path: 'items', message: 'Must be a list of services' }])
  })

  test.each(['a b', 'cut@ada', 'cut,colour', '-cut', 'cut-', '', 'c\u0000t', '../cut', 'a'.repeat(65), 5, null])(
    '%j is no service',
    (serviceId) => {
      expect(errorsWith({ items: [{ serviceId }], shown: undefined }).map(({ path }) => path)).toContain(
        'items.0.serviceId',
      )
    },
  )
})

describe('shown', () => {
  const shownItem = { resourceId: ADA, start }

  test.each([[[]], [[shownItem]], [[shownItem, shownItem, shownItem]]])('is as long as items: %j', (shown) => {
    expect(errorsWith({ shown })).toEqual([{ path: 'shown', message: 'Must have one entry for each of the items' }])
  })

  test('names who by id, as a slot did', () => {
    expect(errorsWith({ shown: [shownItem, { resourceId: 'ada', start }] })).toEqual([
      { path: 'shown.1.resourceId', message: 'Must be an id: a UUID' },
    ])
  })
})

describe('party size', () => {
  test.each([0, -1, 1.5, 101, Number.NaN, '2', null])('%s is refused', (partySize) => {
    expect(errorsWith({ partySize })).toEqual([{ path: 'partySize', message: 'Must be a whole number from 1 to 100' }])
  })

  test.each([1, 100])('%i is taken', (partySize) => {
    expect(errorsWith({ partySize })).toEqual([])
  })
})
