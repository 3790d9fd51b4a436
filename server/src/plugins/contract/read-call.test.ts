import { operations } from '@codex-booking/sdk/contract'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../problems.js'
import { type RawCall, readCall } from './read-call.js'

const raw = (parts: Partial<RawCall>): RawCall => ({ params: {}, query: {}, body: undefined, headers: {}, ...parts })
const bookingId = '0197a370-0000-7000-8000-000000000000'
const refusal = (act: () => unknown): Problem => {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error
  }
  throw new Error('It was not refused')
}
const paths = (act: () => unknown) => refusal(act).fields.errors?.map(({ path }) => path)

test('what fits is parsed, with its defaults', () => {
  const query = { items: 'cut@ada,nails', date: '2027-03-16' }
  expect(readCall(operations.listSlots, raw({ query }))).toMatchObject({
    query: { items: [{ serviceId: 'cut', resourceId: 'ada' }, { serviceId: 'nails' }], partySize: 1 },
    idempotencyKey: undefined,
    manageToken: undefined,
  })
})

test('path, query, headers and body are wrong together, in one list', () => {
  const call = raw({
    params: { bookingId: '7' },
    query: { timeZone: 'Mars', extra: '1' },
    headers: { 'idempotency-key': 'two words', 'codex-manage-token': 'ä' },
    body: { reason: 'rain' },
  })
  expect(paths(() => readCall(operations.cancelBooking, call))).toEqual([
    'bookingId',
    'timeZone',
    'extra',
    'reason',
    'idempotency-key',
    'codex-manage-token',
  ])
})

describe('a field', () => {
  test('is named once, whatever is wrong with it', () => {
    const query = { items: 'cut', date: '1999-99-99' }
    expect(paths(() => readCall(operations.listSlots, raw({ query })))).toEqual(['date'])
  })

  test('with an endless name is named by its beginning', () => {
    const query = { items: 'cut', date: '2027-03-16', ['x'.repeat(5000)]: '' }
    expect(paths(() => readCall(operations.listSlots, raw({ query })))).toEqual(['x'.repeat(200)])
  })

  test('among very many others may be left out', () => {
    const query = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, '']))
    expect(paths(() => readCall(operations.getSite, raw({ query })))).toHaveLength(100)
  })
})

test('an operation that takes no body is content with none and with an empty one', () => {
  const call = { params: { bookingId }, headers: { 'codex-manage-token': 'x' } }
  for (const body of [undefined, null, {}]) {
    expect(readCall(operations.cancelBooking, raw({ ...call, body })).manageToken).toBe('x')
  }
  expect(paths(() => readCall(operations.cancelBooking, raw({ ...call, body: [] })))).toEqual(['body'])
})

test('messages are for people', () => {
  const { fields } = refusal(() =>
    readCall(operations.createBooking, raw({ body: { items: [], client: { name: 1 } } })),
  )
  expect(fields.errors).toContainEqual({ path: 'items', message: 'Choose at least one service' })
  expect(fields.errors?.every(({ message }) => message !== 'Invalid input')).toBe(true)
})
