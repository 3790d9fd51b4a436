import { beforeEach, expect, test } from 'vitest'
import type { AnswerKey } from './answer-tag.js'
import { counted } from './counted.fixture.js'
import { FinishedAnswers } from './finished-answers.js'
import { type MovableClock, movableClock } from './movable-clock.fixture.js'

let clock: MovableClock
let answers: FinishedAnswers
beforeEach(() => {
  clock = movableClock()
  answers = new FinishedAnswers({ clock, counters: counted() })
})
const inAnHour = () => new Date(clock.now().getTime() + 3_600_000)
const bytes = (text: string) => Buffer.from(text)
const at = (all: string, question = 'slots'): AnswerKey => ({ siteId: 'site', question, versions: { site: all, all } })

test('an answer is found again at the versions that it was made from', () => {
  const kept = answers.keep(at('1'), bytes('{"a":1}'), inAnHour())
  expect(answers.find(at('1'))).toMatchObject({ body: bytes('{"a":1}'), tag: kept.tag, until: inAnHour() })
  expect(answers.find(at('1', 'calendar'))).toBeUndefined()
  expect(answers.find({ ...at('1'), siteId: 'other' })).toBeUndefined()
})

test('an answer from before a change is never given after it, however late it was kept', () => {
  answers.keep(at('1'), bytes('before'), inAnHour())
  expect(answers.find(at('2'))).toBeUndefined()
  answers.keep(at('2'), bytes('after'), inAnHour())
  answers.keep(at('1'), bytes('before, by a slow reader'), inAnHour())
  expect(answers.find(at('2'))?.body).not.toEqual(bytes('before, by a slow reader'))
})

test('an answer is given until its time is over', () => {
  answers.keep(at('1'), bytes('a'), inAnHour())
  clock.advance(3_599)
  expect(answers.find(at('1'))?.body).toEqual(bytes('a'))
  clock.advance(1)
  expect(answers.find(at('1'))).toBeUndefined()
})

test('so many are kept and no more: the one that was not asked for longest goes', () => {
  const few = new FinishedAnswers({ clock, counters: counted(), maxAnswers: 2 })
  for (const question of ['first', 'second']) few.keep(at('1', question), bytes(question), inAnHour())
  few.find(at('1', 'first'))
  few.keep(at('1', 'third'), bytes('third'), inAnHour())
  const kept = ['first', 'second', 'third'].filter((question) => few.find(at('1', question)))
  expect(kept).toEqual(['first', 'third'])
})

test('so many bytes are kept and no more; what is longer than all of them is answered and not kept', () => {
  const small = new FinishedAnswers({ clock, counters: counted(), maxBytes: 1_000 })
  small.keep(at('1', 'a'), bytes('x'.repeat(600)), inAnHour())
  small.keep(at('1', 'b'), bytes('x'.repeat(600)), inAnHour())
  expect(small.find(at('1', 'a'))).toBeUndefined()
  expect(small.find(at('1', 'b'))).toBeDefined()
  expect(small.keep(at('1', 'long'), bytes('x'.repeat(1001)), inAnHour())).toMatchObject({
    tag: expect.any(String) as string,
  })
  expect(small.find(at('1', 'long'))).toBeUndefined()
})

test('versions count among the bytes: those of a year are longer than most answers', () => {
  const small = new FinishedAnswers({ clock, counters: counted(), maxBytes: 1_000 })
  for (const question of ['a', 'b']) small.keep(at('1'.repeat(300), question), bytes('x'), inAnHour())
  expect(small.find(at('1'.repeat(300), 'a'))).toBeUndefined()
  expect(small.find(at('1'.repeat(300), 'b'))).toBeDefined()
})

test('hits and misses are counted', () => {
  const counters = counted()
  const few = new FinishedAnswers({ clock, counters })
  few.find(at('1'))
  few.keep(at('1'), bytes('a'), inAnHour())
  few.find(at('1'))
  few.find(at('2'))
  expect([counters.of('answers', 'hit'), counters.of('answers', 'miss')]).toEqual([1, 2])
})
