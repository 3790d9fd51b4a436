import { describe, expect, test } from 'vitest'
import { findChains, findNearest } from '../engine/index.js'
import { clock, dayOff, hours, house, somebody, workingDays } from './house.fixture.js'
import { availabilityOf, busyRange, dateOfMinute, datesFrom, ofDay } from './index.js'

const date = '2027-03-16'
const at = (local: string) => dateOfMinute(clock(local))
const question = { date, site: house(), now: new Date('2027-03-16T08:00:20Z') }

describe('what a resource does not say, the site does', () => {
  test('buffer, notice and horizon', () => {
    expect(availabilityOf(somebody(), [], question)).toMatchObject({
      id: 'ada',
      capacity: 1,
      bufferMinutes: 5,
      earliestStart: clock('2027-03-16T10:01'),
      latestStart: clock('2027-04-15T23:59'),
    })
  })

  test('nothing at all is an answer too', () => {
    const ada = somebody({ bufferMinutes: 0, noticeMinutes: 0, horizonDays: 0, capacity: 4 })
    expect(availabilityOf(ada, [], question)).toMatchObject({
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
    expect(availabilityOf(somebody({ noticeMinutes: 0 }), [], { ...question, now }).earliestStart).toBe(
      clock('2027-03-16T09:00'),
    )
  })

  test('is a date of the site, also for somebody in another zone', () => {
    // In Berlin it is still Monday, in Auckland already Tuesday.
    const now = new Date('2027-03-15T22:30:00Z')
    const remote = somebody({ timeZone: 'Pacific/Auckland', horizonDays: 0 })
    expect(availabilityOf(remote, [], { ...question, now }).latestStart).toBe(clock('2027-03-15T23:59'))
  })
})

test('busy time is rounded to whole minutes, so that nothing is sold twice', () => {
  const busy = { startAt: new Date('2027-03-16T09:00:59.999Z'), endAt: new Date('2027-03-16T09:30:00.001Z'), seats: 2 }
  expect(availabilityOf(somebody(), [busy], question).busy).toEqual([
    { start: clock('2027-03-16T10:00'), end: clock('2027-03-16T10:31'), seats: 2 },
  ])
})

describe('a day for the engine', () => {
  const cut = (minutes: number, people = ['ada']) => ({
    services: [
      {
        id: 'cut',
        performers: people.map((resourceId) => ({ resourceId, steps: [{ kind: 'active' as const, minutes }] })),
        gapAfterMinutes: 0,
      },
    ],
    partySize: 1,
  })
  const now = new Date('2027-03-01T12:00:00Z')
  const night = house({ hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours(22, 26) })) })
  const searched = (day: string, site = night, minutes = 60) => {
    const { resources, from, until } = ofDay([somebody()], () => [], { date: day, site, now })
    return findChains(cut(minutes), resources, { stepMinutes: 60, from, until }).starts.map(({ start }) => start)
  }

  test('a start belongs to the day in which it lies, and an item may run past midnight', () => {
    expect(searched(date)).toEqual(
      ['16T00:00', '16T01:00', '16T22:00', '16T23:00'].map((time) => clock(`2027-03-${time}`)),
    )
    expect(searched(date, night, 120)).toEqual(
      ['16T00:00', '16T22:00', '16T23:00'].map((time) => clock(`2027-03-${time}`)),
    )
  })

  test('every start of a week belongs to exactly one day, also in the weeks in which clocks change', () => {
    const always = house({ hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours(0, 24) })) })
    for (const [monday, total] of [
      ['2027-03-22', 167],
      ['2027-10-25', 169],
    ] as const) {
      const soon = new Date(`${monday}T00:00:00Z`)
      const days = datesFrom(monday, 7).map((day) =>
        ofDay([somebody()], () => [], { date: day, site: always, now: soon }),
      )
      const starts = days.flatMap(({ resources, from, until }) => {
        const lifted = new Map([...resources].map(([id, one]) => [id, { ...one, earliestStart: undefined }]))
        return findChains(cut(60), lifted, { stepMinutes: 60, from, until }).starts.map(({ start }) => start)
      })
      expect(starts).toHaveLength(total)
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
    }
  })

  test('days come one after the other in a search for the nearest', () => {
    const site = house({ daysOff: [dayOff(date, '2027-03-18')] })
    const busy = [{ startAt: at('2027-03-19T09:00'), endAt: at('2027-03-19T17:31'), seats: 1 }]
    const days = datesFrom(date, 10).map((day) => ofDay([somebody()], () => busy, { date: day, site, now }))
    const nearest = findNearest(cut(60), days, { stepMinutes: 15 })
    expect(nearest.date).toBe('2027-03-20')
    expect(nearest.starts[0]?.start).toBe(clock('2027-03-20T09:00'))
  })

  test('holds everybody’s time under their id', () => {
    const people = [somebody(), somebody({ id: 'bo' })]
    const busy = { startAt: at('2027-03-16T09:00'), endAt: at('2027-03-16T10:00'), seats: 1 }
    const day = ofDay(people, (id) => (id === 'bo' ? [busy] : []), question)
    expect([...day.resources].map(([id, one]) => [id, one.id, one.busy.length])).toEqual([
      ['ada', 'ada', 0],
      ['bo', 'bo', 1],
    ])
    expect([day.date, day.from, day.until]).toEqual([date, clock('2027-03-16T00:00'), clock('2027-03-17T00:00')])
  })
})

describe('which busy time matters', () => {
  test('that of the days, and of the tails after them', () => {
    expect(busyRange([somebody()], house(), { first: date, last: '2027-03-18' }, 15)).toEqual({
      startAt: at('2027-03-16T00:00'),
      endAt: at('2027-03-19T00:20'),
    })
  })

  test('also that of nights before and after, and of the longest buffer', () => {
    const owl = somebody({ id: 'bo', bufferMinutes: 30, workingDays: workingDays([1, 4], 20, 27) })
    expect(busyRange([somebody(), owl], house(), { first: date, last: '2027-03-18' }, 15)).toEqual({
      startAt: at('2027-03-15T20:00'),
      endAt: at('2027-03-19T03:45'),
    })
  })
})
