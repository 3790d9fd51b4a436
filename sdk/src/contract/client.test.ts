import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { client } from './client.js'
import { fieldErrors } from './field-errors.js'

/** The errors that a client gets with some of its fields replaced. */
const errorsWith = (fields: Record<string, unknown>) => {
  const { error } = z.safeParse(client, { name: 'Guest 1', ...fields })
  return error === undefined ? [] : fieldErrors(error.issues)
}

test.each(['', '   ', '\u0000', 'A\u0000da', '\ud800', 'a'.repeat(201), 7, undefined])('%j is no name', (name) => {
  expect(errorsWith({ name }).map(({ path }) => path)).toEqual(['name'])
})

test('NUL and lone surrogates are told apart from a missing name', () => {
  expect(errorsWith({ name: 'A\u0000da' })).toEqual([
    { path: 'name', message: 'Text must not hold NUL or broken characters' },
  ])
  expect(errorsWith({ name: '\udc00Ada' })).toHaveLength(1)
  expect(errorsWith({ name: 'Ada 😀' })).toEqual([])
})

test.each(['guest', 'guest@', '@example.test', 'a b@example.test', 'g\u0000@example.test', `${'a'.repeat(250)}@b.de`])(
  '%j is no e-mail address',
  (email) => {
    expect(errorsWith({ email }).map(({ path }) => path)).toEqual(['email'])
  },
)

test('white space around an address is a slip of the keyboard', () => {
  expect(z.parse(client, { name: 'Guest 1', email: ' guest1@example.test ' }).email).toBe('guest1@example.test')
})

test.each(['1234', '() - ()', '+', '12345x', '0049\u000012345', '1'.repeat(31)])('%j is no phone number', (phone) => {
  const errors = errorsWith({ phone })
  expect(errors.map(({ path }) => path)).toEqual(['phone'])
})

test.each(['12345', '+49 30 123456', '(030) 12/34.56-7'])('%s is a phone number', (phone) => {
  expect(errorsWith({ phone })).toEqual([])
})
