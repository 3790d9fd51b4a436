import { expect, test } from 'vitest'
import { type AnswerKey, answerTag, holdsAnswer } from './answer-tag.js'

const key: AnswerKey = { siteId: 'site', question: 'slots 2027-03-16 cut', versions: { site: 'a', all: 'a.b' } }
const until = new Date('2027-03-16T09:00:00Z')
const before = new Date('2027-03-16T08:59:59.999Z')
const tag = answerTag(key, until)

test('a tag is an entity tag', () => {
  expect(tag).toMatch(/^"[0-9a-z]+-[A-Za-z0-9_-]{22}"$/)
})

test('who holds the tag holds the answer, until time alone makes it another', () => {
  expect(holdsAnswer(tag, key, before)).toBe(true)
  expect(holdsAnswer(tag, key, until)).toBe(false)
})

test.each([
  ['after a change', { ...key, versions: { site: 'a', all: 'a.c' } }],
  ['for another question', { ...key, question: 'slots 2027-03-17 cut' }],
  ['at another site', { ...key, siteId: 'other' }],
])('%s the tag is another', (_, other) => {
  expect(holdsAnswer(tag, other, before)).toBe(false)
  expect(answerTag(other, until)).not.toBe(tag)
})

test.each([
  ['a weak tag', `W/${tag}`],
  ['one of several', `"abc", ${tag}`],
  ['an older one of the same answer beside it', `${answerTag(key, before)}, ${tag}`],
])('takes %s', (_, header) => {
  expect(holdsAnswer(header, key, before)).toBe(true)
})

test.each([[undefined], [''], ['"abc"'], ['*'], [tag.slice(1)], [tag.toUpperCase()]])('does not take %j', (header) => {
  expect(holdsAnswer(header, key, before)).toBe(false)
})
