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
    soundPart(visit, { start: 'now', items: ['cut', 7], client: { name: 7, email: 'a@b.test' }, more: 1 }),
  ).toEqual({
    start: 'now',
    items: undefined,
    partySize: 1,
    client: { name: undefined, email: 'a@b.test' },
  })
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
