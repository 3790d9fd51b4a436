import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { fieldErrors } from './field-errors.js'
import { metadata } from './metadata.js'

const errorsOf = (value: unknown) => {
  const { error } = z.safeParse(metadata, value)
  return error === undefined ? [] : fieldErrors(error.issues)
}

test.each(['__proto__', 'constructor', 'prototype'])('the name %s is reserved', (key) => {
  expect(errorsOf(JSON.parse(`{"${key}":"x"}`))).toEqual([{ path: key, message: 'This name is reserved' }])
})

test('a name holds no NUL', () => {
  expect(errorsOf({ 'a\u0000b': 1 })).toEqual([
    { path: 'a\u0000b', message: 'Text must not hold NUL or broken characters' },
  ])
})

test.each([[''], ['a'.repeat(41)], ['\ud800']])('%j is no name', (key) => {
  expect(errorsOf({ [key]: 1 })).toHaveLength(1)
})

test.each([
  [{}, 'Must be text, a number, true, false or null'],
  [[], 'Must be text, a number, true, false or null'],
  [Number.POSITIVE_INFINITY, 'Must be text, a number, true, false or null'],
  ['a'.repeat(501), 'At most 500 characters'],
  ['a\u0000', 'Text must not hold NUL or broken characters'],
])('%j is no value', (value, message) => {
  expect(errorsOf({ field: value })).toEqual([{ path: 'field', message }])
})

test('there are at most 50 fields', () => {
  const record = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`field${index}`, index]))
  expect(errorsOf(record)).toEqual([{ path: '', message: 'At most 50 fields' }])
})

test.each([[null], ['text'], [['a']]])('%j is not metadata', (value) => {
  expect(errorsOf(value).map(({ path }) => path)).toEqual([''])
})
