import { expect, test } from 'vitest'
import { busyOfDays, daysOfBlocks } from './busy-time.js'

const at = (iso: string) => Date.parse(`${iso}Z`) / 60_000
const block = (resourceId: string, start: string, end: string) => ({ resourceId, start: at(start), end: at(end) })

test('a block touches the days that it takes time of: its end is not part of it', () => {
  expect(daysOfBlocks([block('ada', '2027-03-16T22:00', '2027-03-17T00:00')])).toEqual([
    { resourceId: 'ada', date: '2027-03-16' },
  ])
  expect(daysOfBlocks([block('ada', '2027-03-16T23:59', '2027-03-17T00:01')])).toEqual([
    { resourceId: 'ada', date: '2027-03-16' },
    { resourceId: 'ada', date: '2027-03-17' },
  ])
})

test('a move touches the days of both its times, each once', () => {
  const moved = [
    block('ada', '2027-03-16T10:00', '2027-03-16T11:00'),
    block('ada', '2027-03-16T11:00', '2027-03-16T12:00'),
    block('bo', '2027-03-18T10:00', '2027-03-18T11:00'),
  ]
  expect(daysOfBlocks(moved)).toEqual([
    { resourceId: 'ada', date: '2027-03-16' },
    { resourceId: 'bo', date: '2027-03-18' },
  ])
})

test('a day has what is taken between its midnights, the earliest first', () => {
  const blocks = [
    block('ada', '2027-03-16T23:00', '2027-03-17T01:00'),
    block('ada', '2027-03-16T10:00', '2027-03-16T11:00'),
    block('bo', '2027-03-16T10:00', '2027-03-16T11:00'),
  ]
  expect(busyOfDays(blocks, [{ resourceId: 'ada', date: '2027-03-16' }])).toEqual([
    [
      { start: at('2027-03-16T10:00'), end: at('2027-03-16T11:00'), seats: 1 },
      { start: at('2027-03-16T23:00'), end: at('2027-03-17T00:00'), seats: 1 },
    ],
  ])
  expect(busyOfDays(blocks, [{ resourceId: 'ada', date: '2027-03-18' }])).toEqual([[]])
})

test('holds that run out at different times are not counted together', () => {
  const hold = block('ada', '2027-03-16T10:00', '2027-03-16T11:00')
  const expiresAt = new Date('2027-03-16T09:00:00Z')
  const [busy] = busyOfDays(
    [hold, { ...hold, expiresAt }, { ...hold, expiresAt: null }],
    [{ resourceId: 'ada', date: '2027-03-16' }],
  )
  expect(busy?.map(({ seats, expiresAtMs }) => [seats, expiresAtMs])).toEqual([
    [2, undefined],
    [1, expiresAt.getTime()],
  ])
})
