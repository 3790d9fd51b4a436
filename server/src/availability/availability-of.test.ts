import { describe, expect, test } from 'vitest'
import { clock, hours, house, somebody } from './house.fixture.js'
import { availabilityOf, type ResourceTime } from './index.js'

const date = '2027-03-16'
const free = () => []
const question = { date, site: house(), now: new Date('2027-03-16T08:00:20Z') }

describe('what a resource does not say, the site does', () => {
  test('buffer, notice and horizon', () => {
    expect(availabilityOf(somebody(), free, question)).toMatchObject({
      id: 'ada',
      capacity: 1,
      bufferMinutes: 5,
      earliestStart: clock('2027-03-16T10:01'),
      latestStart: clock('2027-04-15T23:59'),
    })
  })

  test('nothing at all is an answer too', () => {
    const ada = somebody({ bufferMinutes: 0, noticeMinutes: 0, horizonDays: 0, capacity: 4 })
    expect(availabilityOf(ada, free, question)).toMatchObject({
      capacity: 4,
      bufferMinutes: 0,
      earliestStart: clock('2027-03-16T09:01'),
      latestStart: clock('2027-03-16T23:59'),
    })
  })
})

describe('now', () => {
  test('at a full minute is that minute', () => {
    const now = new Date('2027-03-16T08:00:00Z')
    expect(availabilityOf(somebody({ noticeMinutes: 0 }), free, { ...question, now }).earliestStart).toBe(
      clock('2027-03-16T09:00'),
    )
  })

  test('is a date of the site, also for somebody in another zone', () => {
    // In Berlin it is still Monday, in Auckland already Tuesday.
    const now = new Date('2027-03-15T22:30:00Z')
    const remote = somebody({ timeZone: 'Pacific/Auckland', horizonDays: 0 })
    expect(availabilityOf(remote, free, { ...question, now }).latestStart).toBe(clock('2027-03-15T23:59'))
  })
})

describe('what is taken', () => {
  test('is asked for by who works when', () => {
    const asked: ResourceTime[] = []
    const busyOf = (time: ResourceTime) => {
      asked.push(time)
      return [{ start: clock('2027-03-16T10:00'), end: clock('2027-03-16T10:31'), seats: 2 }]
    }
    expect(availabilityOf(somebody(), busyOf, question).busy).toEqual([
      { start: clock('2027-03-16T10:00'), end: clock('2027-03-16T10:31'), seats: 2 },
    ])
    expect(asked).toMatchObject([
      {
        id: 'ada',
        bufferMinutes: 5,
        openings: [{ start: clock('2027-03-16T09:00'), end: clock('2027-03-16T18:00') }],
      },
    ])
  })

  test('is the load of the day, seat by seat, and no minute of the days around it', () => {
    const busyOf = () => [
      { start: clock('2027-03-15T23:30'), end: clock('2027-03-16T00:10'), seats: 1 },
      { start: clock('2027-03-16T10:00'), end: clock('2027-03-16T10:30'), seats: 2 },
      { start: clock('2027-03-16T23:00'), end: clock('2027-03-17T02:00'), seats: 1 },
    ]
    expect(availabilityOf(somebody(), busyOf, question).load).toBe(10 + 60 + 60)
    expect(availabilityOf(somebody(), free, question).load).toBe(0)
    // Of a visit over several days all of them count.
    expect(availabilityOf(somebody(), busyOf, { ...question, offsets: [0, 1, 1] }).load).toBe(10 + 60 + 60 + 120)
  })
})

describe('a visit over several days', () => {
  const openings = (offsets: number[], hoursOfAll = hours(9, 18)) => {
    const site = house({ hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hoursOfAll })) })
    return availabilityOf(somebody(), free, { ...question, site, offsets }).openings
  }

  test('has the openings of all its days, and none of those between', () => {
    expect(openings([0, 7, 7])).toMatchObject([
      { start: clock('2027-03-16T09:00'), end: clock('2027-03-16T18:00') },
      { start: clock('2027-03-23T09:00'), end: clock('2027-03-23T18:00') },
    ])
  })

  test('has a night between two of its days once', () => {
    expect(openings([0, 1], hours(22, 26))).toMatchObject([
      { start: clock('2027-03-15T22:00') },
      { start: clock('2027-03-16T22:00') },
      { start: clock('2027-03-17T22:00') },
    ])
  })
})
