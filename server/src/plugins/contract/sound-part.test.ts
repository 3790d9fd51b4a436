import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { soundPart } from './sound-part.js'

const visit = z.strictObject({
  start: z.string(),
  items: z.array(z.string()),
  partySize: z._default(z.int(), 1),
  client: z.strictObject({ name: z.string(), email: z.optional(z.email()) }),
})

test('what is right by itself is kept, with its defaults, whatever is wrong beside it', () => {
  expect(
    soundPart(visit, { start: 'now', items: ['cut', 7, 'nails'], client: { name: 7, email: 'a@b.test' }, more: 1 }),
  ).toEqual({
    start: 'now',
    items: ['cut', undefined, 'nails'],
    partySize: 1,
    client: { name: undefined, email: 'a@b.test' },
  })
})

test('of entries of a list what is right is kept, in its place', () => {
  const list = z.optional(z.array(z.strictObject({ id: z.string(), at: z.optional(z.int()) })).check(z.maxLength(3)))
  expect(soundPart(list, [{ id: 'cut', at: 'x' }, 7, { id: 'nails' }])).toEqual([
    { id: 'cut', at: undefined },
    undefined,
    { id: 'nails' },
  ])
  expect(soundPart(list, [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }])).toBeUndefined()
  expect(soundPart(z.array(z.string()), [...Array(100).fill('cut'), 7])).toBeUndefined()
  expect(soundPart(list, { 0: { id: 'cut' } })).toBeUndefined()
})

test('of what is read from text the same', () => {
  const text = z.pipe(
    z.pipe(
      z.string(),
      z.transform((value) => value.split(',')),
    ),
    z.array(z.string().check(z.maxLength(3))),
  )
  expect(soundPart(text, 'cut,nails')).toEqual(['cut', undefined])
  expect(soundPart(text, 7)).toBeUndefined()
})

test('a value that is right is the value', () => {
  const right = { start: 'now', items: [], partySize: 2, client: { name: 'Guest 1' } }
  expect(soundPart(visit, right)).toEqual(right)
})

test.each([undefined, null, 'text', 7])('nothing is kept of %j', (value) => {
  expect(soundPart(visit, value)).toBeUndefined()
})

test('fields that an object inherits are none of its own', () => {
  expect(soundPart(visit, Object.create({ start: 'now' }))?.start).toBeUndefined()
})
