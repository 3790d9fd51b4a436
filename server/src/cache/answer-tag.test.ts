import { expect, test } from 'vitest'
import { type AnswerKey, answerTag, heldTag } from './answer-tag.js'

const key: AnswerKey = { siteId: 'site', question: 'slots 2027-03-16 cut', versions: { site: 'a', all: 'a.b' } }
const until = new Date('2027-03-16T09:00:00Z')
const before = new Date('2027-03-16T08:59:59.999Z')
const tag = answerTag(key, until)

test('a tag is an entity tag', () => {
  expect(tag).toMatch(/^"[0-9a-z]+-[A-Za-z0-9_-]{22}"$/)
})

test('who holds the tag holds the answer, until time alone makes it another', () => {
  expect(heldTag(tag, key, before)).toBe(tag)
  expect(heldTag(tag, key, until)).toBeUndefined()
})

test.each([
  ['after a change', { ...key, versions: { site: 'a', all: 'a.c' } }],
  ['for another question', { ...key, question: 'slots 2027-03-17 cut' }],
  ['at another site', { ...key, siteId: 'other' }],
])('%s the tag is another', (_, other) => {
  expect(heldTag(tag, other, before)).toBeUndefined()
  expect(answerTag(other, until)).not.toBe(tag)
})

test.each([
  ['a weak tag', `W/${tag}`],
  ['one of several', `"abc", ${tag}`],
  ['an older one of the same answer beside it', `${answerTag(key, before)}, ${tag}`],
])('takes %s', (_, header) => {
  expect(heldTag(header, key, before)).toBe(tag)
})

test.each([[undefined], [''], ['"abc"'], ['*'], [tag.slice(1)], [tag.toUpperCase()]])('does not take %j', (header) => {
  expect(heldTag(header, key, before)).toBeUndefined()
})
