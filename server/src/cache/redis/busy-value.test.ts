import { expect, test } from 'vitest'
import { readBusy, writeBusy } from './busy-value.js'

const at = (iso: string) => Date.parse(`${iso}Z`) / 60_000
const busy = [{ start: at('2027-03-16T10:00'), end: at('2027-03-16T11:00'), seats: 2 }]
const hold = { ...busy[0], start: at('2027-03-16T09:00'), end: at('2027-03-16T09:30'), seats: 1, expiresAtMs: 1_000 }

test('busy time is a JSON list of start, end and seats', () => {
  expect(writeBusy(busy)).toBe('[["2027-03-16T10:00:00.000Z","2027-03-16T11:00:00.000Z",2]]')
  expect(writeBusy([])).toBe('[]')
})

test('a hold says when it runs out', () => {
  expect(writeBusy([hold])).toBe(
    '[["2027-03-16T09:00:00.000Z","2027-03-16T09:30:00.000Z",1,"1970-01-01T00:00:01.000Z"]]',
  )
})

test('what was written is read, also a second time', () => {
  for (const value of [[], busy, [hold, ...busy]])
    for (let times = 0; times < 2; times += 1) expect(readBusy(writeBusy(value))).toEqual(value)
})

test.each([
  ['x'],
  ['{}'],
  ['[1]'],
  ['[["2027","2026",1]]'],
  ['[["2026","2027",0]]'],
  ['[["2026","2027",1,"later"]]'],
  ['null'],
])('%s is not taken for busy time', (text) => {
  expect(readBusy(text)).toBeUndefined()
})
