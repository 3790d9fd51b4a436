import { describe, expect, test } from 'vitest'
import { clock, hours, workingDays } from '../availability/house.fixture.js'
import type { SeatBlock } from '../store/read-busy.js'
import { askedVisit, resourceRow, serviceRow, siteOf } from './asked-visit.fixture.js'
import { busyQuestionOf, daysOf, takenOf } from './days.js'

const now = new Date('2027-03-01T12:00:00Z')
const block = (start: string, end: string, resourceId = 'ada'): SeatBlock => ({
  resourceId,
  seatId: 'seat',
  start: clock(`2027-03-${start}`),
  end: clock(`2027-03-${end}`),
})
const visit = (changes = {}) => askedVisit([serviceRow('cut', { gapAfterMinutes: 10 })], changes)
const busyOn = (date: string, blocks: SeatBlock[], question = visit(), site = siteOf()) =>
  (daysOf(site, question, takenOf(blocks), now)(date).resources.get('ada')?.busy ?? []).map(({ start, end, seats }) => {
    expect(seats).toBe(1)
    return blocks.findIndex((one) => one.start === start && one.end === end)
  })

describe('what is taken on a day', () => {
  test('is what lies in the openings of each, and in the gap after them', () => {
    const blocks = [
      block('16T08:00', '16T09:00'),
      block('16T08:00', '16T09:01'),
      block('16T12:00', '16T13:00'),
      block('16T18:09', '16T19:00'),
      block('16T18:10', '16T19:00'),
      block('17T10:00', '17T11:00'),
      block('16T10:00', '16T11:00', 'ben'),
    ]
    expect(busyOn('2027-03-16', blocks)).toEqual([1, 2, 3])
  })

  test('is found in whichever order it was read, also where it began the day before', () => {
    const blocks = [block('16T16:00', '16T17:00'), block('15T18:00', '16T10:00'), block('16T12:00', '16T13:00')]
    expect(busyOn('2027-03-16', blocks)).toEqual([1, 2, 0])
  })

  test('is nothing for who does not work', () => {
    const off = [{ startDate: '2027-03-16', endDate: '2027-03-16', startMinute: null, endMinute: null, reason: null }]
    const question = visit({ resources: [resourceRow('ada', { daysOff: off })] })
    expect(busyOn('2027-03-16', [block('16T10:00', '16T11:00')], question)).toEqual([])
  })
})

describe('what is taken on the days of a visit over several', () => {
  test('is that of all of them, and of none between', () => {
    const blocks = [
      block('16T10:00', '16T11:00'),
      block('17T10:00', '17T11:00'),
      block('18T10:00', '18T11:00'),
      block('19T10:00', '19T11:00'),
    ]
    expect(busyOn('2027-03-16', blocks, visit({ offsets: [0, 2] }))).toEqual([0, 2])
    expect(busyOn('2027-03-17', blocks, visit({ offsets: [0, 2] }))).toEqual([1, 3])
  })

  test('is counted once where it reaches from one opening into the next', () => {
    const ada = resourceRow('ada', { workingDays: workingDays([2, 3], 9, 18, [[12, 13]]) })
    const question = visit({ offsets: [0, 1], resources: [ada] })
    const blocks = [block('16T11:30', '16T13:30'), block('16T17:00', '17T10:00')]
    expect(busyOn('2027-03-16', blocks, question)).toEqual([0, 1])
  })

  test('has to be read up to the last of them', () => {
    const site = siteOf({ hours: [{ weekday: 2, ...hours(9, 18) }] })
    const days = { first: '2027-03-16', last: '2027-03-16' }
    expect(busyQuestionOf(site, visit({ offsets: [0, 7] }), days).endAt).toEqual(new Date('2027-03-23T23:10:00Z'))
    expect(busyQuestionOf(site, visit(), days).endAt).toEqual(new Date('2027-03-16T23:10:00Z'))
  })
})
