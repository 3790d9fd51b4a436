import { expect, test } from 'vitest'
import { manageToken, opensBooking } from './manage-token.js'

const subject = { siteId: 'site', bookingId: 'booking', generation: 1 }

test('a token opens its own booking', () => {
  expect(opensBooking(['secret'], subject, manageToken(['secret'], subject))).toBe(true)
})

test('a token is short enough for a header and safe in an address', () => {
  expect(manageToken(['secret'], subject)).toMatch(/^[A-Za-z0-9_-]{43}$/)
})

test.each([
  ['another booking', { ...subject, bookingId: 'other' }],
  ['another site', { ...subject, siteId: 'other' }],
  ['a later generation', { ...subject, generation: 2 }],
])('a token does not open %s', (_, other) => {
  expect(opensBooking(['secret'], other, manageToken(['secret'], subject))).toBe(false)
})

test('an older secret still opens, the newest signs', () => {
  const old = manageToken(['old'], subject)
  expect(opensBooking(['new', 'old'], subject, old)).toBe(true)
  expect(manageToken(['new', 'old'], subject)).toBe(manageToken(['new'], subject))
  expect(opensBooking(['new'], subject, old)).toBe(false)
})

test.each(['', 'short', 'a'.repeat(43), 'ä'.repeat(43)])('"%s" opens nothing', (token) => {
  expect(opensBooking(['secret'], subject, token)).toBe(false)
})

test('nothing may be added to a token', () => {
  const token = manageToken(['secret'], subject)
  expect(opensBooking(['secret'], subject, `${token}=`)).toBe(false)
  expect(opensBooking(['secret'], subject, ` ${token}`)).toBe(false)
})
