import { describe, expect, test } from 'vitest'
import { findChains, findNearest } from '../engine/index.js'
import { clock, dayOff, hours, house, somebody, workingDays } from './house.fixture.js'
import { addDays, busyRange, dateOfMinute, datesFrom, formatInstant, ofDay, type TimesOfDay } from './index.js'

const date = '2027-03-16'
const at = (local: string) => dateOfMinute(clock(local))
const question = { date, site: house(), now: new Date('2027-03-16T08:00:20Z') }

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
    const busy = [{ start: clock('2027-03-19T09:00'), end: clock('2027-03-19T17:31'), seats: 1 }]
    const days = datesFrom(date, 10).map((day) => ofDay([somebody()], () => busy, { date: day, site, now }))
    const nearest = findNearest(cut(60), days, { stepMinutes: 15 })
    expect(nearest.date).toBe('2027-03-20')
    expect(nearest.starts[0]?.start).toBe(clock('2027-03-20T09:00'))
  })

  test('holds everybody’s time under their id', () => {
    const people = [somebody(), somebody({ id: 'bo' })]
    const busy = { start: clock('2027-03-16T09:00'), end: clock('2027-03-16T10:00'), seats: 1 }
    const day = ofDay(people, ({ id }) => (id === 'bo' ? [busy] : []), question)
    expect([...day.resources].map(([id, one]) => [id, one.id, one.busy.length])).toEqual([
      ['ada', 'ada', 0],
      ['bo', 'bo', 1],
    ])
    expect([day.date, day.from, day.until]).toEqual([date, clock('2027-03-16T00:00'), clock('2027-03-17T00:00')])
    expect(day).not.toHaveProperty('days')
  })

  test('a visit over several days says which they are, also where clocks change between them', () => {
    const first = { date: '2027-03-26', offsets: [0, 0, 2], site: house(), now }
    const day = ofDay([somebody()], () => [], first)
    const friday = { start: clock('2027-03-26T00:00'), end: clock('2027-03-27T00:00') }
    // The twelfth hour before noon, so that the afternoon keeps its hour.
    const sunday = { start: clock('2027-03-27T23:00'), end: clock('2027-03-29T00:00') }
    expect(day.days).toEqual([friday, friday, sunday])
    expect([day.from, day.until]).toEqual([friday.start, friday.end])
  })

  test.each([
    ['spring', '2027-03-27'],
    ['autumn', '2027-10-30'],
  ])('in %s an afternoon keeps its hour on the day after, though the clocks have changed', (_, saturday) => {
    const { services, partySize } = cut(60)
    const twice = { services: [...services, ...services], partySize }
    const soon = new Date(`${saturday}T00:00:00Z`)
    const day = ofDay([somebody()], () => [], { date: saturday, offsets: [0, 1], site: house(), now: soon })
    const { starts } = findChains({ ...twice, days: day.days }, day.resources, { ...day, stepMinutes: 60 })
    expect(starts.length).toBeGreaterThan(5)
    for (const { start, best } of starts) {
      const local = formatInstant(start, 'Europe/Berlin').slice(11, 16)
      const later = formatInstant(best.items[1]?.start ?? 0, 'Europe/Berlin')
      expect(later.slice(0, 16)).toBe(`${addDays(saturday, 1)}T${local}`)
    }
  })

  test('starts only between the times asked for', () => {
    const site = house()
    const from = (times: TimesOfDay, day = date) => {
      const { resources, from, until } = ofDay([somebody()], () => [], { date: day, site, now }, times)
      return findChains(cut(60), resources, { stepMinutes: 60, from, until })
    }
    expect(from({ timeFrom: '16:00' }).starts.map(({ start }) => start)).toEqual([
      clock('2027-03-16T16:00'),
      clock('2027-03-16T17:00'),
    ])
    expect(from({ timeFrom: '10:30', timeTo: '11:00' })).toEqual({ starts: [], reason: 'closed' })
    // On that morning the clock goes from two to three.
    expect(from({ timeFrom: '02:10', timeTo: '02:50' }, '2027-03-28')).toEqual({ starts: [], reason: 'closed' })
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

  test('that of somebody who still works when the next shift has begun', () => {
    const always = somebody({ workingDays: [...workingDays([2], 20, 44), ...workingDays([3], 9, 18)] })
    expect(busyRange([always], house(), { first: date, last: date }, 0).endAt).toEqual(at('2027-03-17T20:05'))
  })

  test('that of the later days of a visit over several days', () => {
    expect(busyRange([somebody()], house(), { first: date, last: '2027-03-18', offsets: [0, 7, 7] }, 15)).toEqual({
      startAt: at('2027-03-16T00:00'),
      endAt: at('2027-03-26T00:20'),
    })
  })
})
