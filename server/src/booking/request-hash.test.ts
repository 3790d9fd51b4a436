import { expect, test } from 'vitest'
import { requestHash } from './request-hash.js'

test('the order of fields does not matter, at any depth', () => {
  expect(requestHash({ a: 1, b: { c: 2, d: [3, 4] } })).toBe(requestHash({ b: { d: [3, 4], c: 2 }, a: 1 }))
})

test.each([
  ['another value', { a: 2 }],
  ['another order in a list', { a: [2, 1] }],
  ['one field more', { a: 1, b: null }],
])('%s is another request', (_, other) => {
  expect(requestHash(other)).not.toBe(requestHash('a' in other && Array.isArray(other.a) ? { a: [1, 2] } : { a: 1 }))
})
