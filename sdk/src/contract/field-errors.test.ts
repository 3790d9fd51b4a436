import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { fieldErrors } from './field-errors.js'

const schema = z.strictObject({
  name: z.string('Must be text'),
  tags: z.record(z.string().check(z.minLength(2)), z.int('Number')),
})

const errorsOf = (value: unknown, at?: string[]) => {
  const { error } = z.safeParse(schema, value)
  return error === undefined ? [] : fieldErrors(error.issues, at)
}

test('nothing wrong is no error', () => {
  expect(errorsOf({ name: 'a', tags: { aa: 1 } })).toEqual([])
})

test('every wrong value is named by its path', () => {
  expect(errorsOf({ name: 1, tags: { aa: 'x', bb: 'y' } })).toEqual([
    { path: 'name', message: 'Must be text' },
    { path: 'tags.aa', message: 'Number' },
    { path: 'tags.bb', message: 'Number' },
  ])
})

test('each unknown field is named for itself', () => {
  expect(errorsOf({ name: 'a', tags: {}, extra: 1, other: 2 })).toEqual([
    { path: 'extra', message: 'There is no such field' },
    { path: 'other', message: 'There is no such field' },
  ])
})

test('a wrong key says what is wrong with the key', () => {
  const keySchema = z.record(z.string().check(z.minLength(2, 'Too short a name')), z.int())
  const { error } = z.safeParse(keySchema, { a: 1 })
  expect(fieldErrors(error?.issues ?? [])).toEqual([{ path: 'a', message: 'Too short a name' }])
})

test('a value outside body and query is named by where it stands', () => {
  const { error } = z.safeParse(z.string('Must be text'), 1)
  expect(fieldErrors(error?.issues ?? [], ['idempotency-key'])).toEqual([
    { path: 'idempotency-key', message: 'Must be text' },
  ])
})

test('a value that breaks several rules is named once, with the first of them', () => {
  const text = z.string().check(z.minLength(3, 'Too short'), z.regex(/^a/, 'Must start with a'))
  const { error } = z.safeParse(z.object({ one: text, two: text }), { one: 'b', two: 'bbb' })
  expect(fieldErrors(error?.issues ?? [])).toEqual([
    { path: 'one', message: 'Too short' },
    { path: 'two', message: 'Must start with a' },
  ])
})

test('a flood of mistakes is cut off', () => {
  const { error } = z.safeParse(z.array(z.string('Must be text')), Array(5000).fill(1))
  expect(fieldErrors(error?.issues ?? [])).toHaveLength(100)
})
