import { describe, expect, test } from 'vitest'
import { type ChainRequest, findChains, findNearest, type ServiceRequest, type Step } from '../engine/index.js'
import { clock, hours, house, somebody, workingDays } from './house.fixture.js'
import { addDays, datesFrom, dayOf, formatInstant, ofDay, openingsOf } from './index.js'

const week = [1, 2, 3, 4, 5, 6, 7]

const service = (id: string, steps: readonly Step[], people: readonly string[], more = {}): ServiceRequest => ({
  id,
  performers: people.map((resourceId) => ({ resourceId, steps })),
  gapAfterMinutes: 0,
  ...more,
})
const active = (minutes: number): Step => ({ kind: 'active', minutes })
const processing = (minutes: number): Step => ({ kind: 'processing', minutes })
const visit = (...services: ServiceRequest[]): ChainRequest => ({ services, partySize: 1 })

/** What the engine makes of a day on which everybody works the same hours, long after now. */
function search(request: ChainRequest, date: string, timeZone: string, open = hours(0, 24), stepMinutes = 60) {
  const site = house({ timeZone, hours: week.map((weekday) => ({ weekday, ...open })) })
  const people = ['ada', 'bo'].map((id) => somebody({ id, bufferMinutes: 0, noticeMinutes: 0 }))
  const { resources, ...bounds } = ofDay(people, () => [], { date, site, now: new Date(`${addDays(date, -3)}T00:00Z`) })
  return findChains(request, resources, { stepMinutes, ...bounds }).starts
}

const hourly = (request: ChainRequest, date: string, timeZone: string, open = hours(0, 24)) =>
  search(request, date, timeZone, open).map(({ start }) => formatInstant(start, timeZone).slice(8, 16))

// In the northern half of the world spring comes in March, in the southern one in September or October.
const springs = [
  { timeZone: 'Europe/Berlin', date: '2027-03-28', length: 23 },
  { timeZone: 'America/Santiago', date: '2027-09-05', length: 23 },
  { timeZone: 'Australia/Sydney', date: '2027-10-03', length: 23 },
  { timeZone: 'Australia/Lord_Howe', date: '2027-10-03', length: 23.5 },
]
const autumns = [
  { timeZone: 'Europe/Berlin', date: '2027-10-31', length: 25 },
  { timeZone: 'America/Santiago', date: '2027-04-03', length: 25 },
  { timeZone: 'Australia/Sydney', date: '2027-04-04', length: 25 },
  { timeZone: 'Australia/Lord_Howe', date: '2027-04-04', length: 24.5 },
]

describe.each([...springs, ...autumns])(
  'in $timeZone on $date, a day of $length hours',
  ({ timeZone, date, length }) => {
    test('a house that never closes sells every half hour of it once', () => {
      const { from, until } = dayOf(date, house({ timeZone }))
      const starts = search(visit(service('cut', [active(30)], ['ada'])), date, timeZone, hours(0, 24), 30)
      expect(starts.map(({ start }) => start)).toEqual(
        Array.from({ length: 2 * length }, (_, half) => from + 30 * half),
      )
      expect(until - from).toBe(60 * length)
    })

    test('a visit of twelve hours over the change is twelve hours long', () => {
      const evening = clock(`${addDays(date, -1)}T20:00`, timeZone)
      const site = house({ timeZone, hours: week.map((weekday) => ({ weekday, ...hours(12, 36) })) })
      const ada = somebody({ bufferMinutes: 0, noticeMinutes: 0 })
      const now = new Date(`${addDays(date, -3)}T00:00Z`)
      const { resources } = ofDay([ada], () => [], { date: addDays(date, -1), site, now })
      const watch = visit(service('watch', [active(720)], ['ada']))
      const [found] = findChains(watch, resources, { stepMinutes: 60, exactStart: evening }).starts
      expect(found?.best.items[0]?.end).toBe(evening + 720)
    })

    test('an afternoon of a visit over several days keeps its hour, whatever the clocks did in the night', () => {
      const site = house({ timeZone })
      const ada = somebody({ bufferMinutes: 0 })
      // From two days before to two days after: the change lies before, in and after the nights between.
      const dates = datesFrom(addDays(date, -2), 5)
      const noonOf = (day: string) => clock(`${day}T12:00`, timeZone)
      const days = dates.map((day) => ({ start: noonOf(day) - 720, end: noonOf(addDays(day, 1)) - 720 }))
      const { resources, ...bounds } = ofDay([ada], () => [], { date: dates[0] ?? date, site, now: new Date(0) })
      const openings = dates.flatMap((day) => openingsOf(day, ada, site))
      const open = new Map([...resources].map(([id, one]) => [id, { ...one, openings, latestStart: undefined }]))
      const daily = visit(...dates.map((day) => service(day, [active(60)], ['ada'])))
      const { starts } = findChains({ ...daily, days }, open, { stepMinutes: 60, ...bounds })
      const shown = starts.map(({ best }) => best.items.map(({ start }) => formatInstant(start, timeZone).slice(0, 16)))
      const openHours = ['09', '10', '11', '12', '13', '14', '15', '16', '17']
      expect(shown).toEqual(openHours.map((hour) => dates.map((day) => `${day}T${hour}:00`)))
    })
  },
)

describe('a night over the change', () => {
  const watch = visit(service('watch', [active(60)], ['ada']))
  const nightShift = (saturday: string, timeZone: string) => [
    ...hourly(watch, saturday, timeZone, hours(22, 30)).filter((shown) => shown > `${saturday.slice(8)}T12`),
    ...hourly(watch, addDays(saturday, 1), timeZone, hours(22, 30)).filter((shown) => shown.slice(3) < '12'),
  ]

  test('has no hour that the clock skips', () => {
    const berlin = ['27T22:00', '27T23:00', '28T00:00', '28T01:00', '28T03:00', '28T04:00', '28T05:00']
    expect(nightShift('2027-03-27', 'Europe/Berlin')).toEqual(berlin)
    const sydney = ['02T22:00', '02T23:00', '03T00:00', '03T01:00', '03T03:00', '03T04:00', '03T05:00']
    expect(nightShift('2027-10-02', 'Australia/Sydney')).toEqual(sydney)
    // Midnight itself is skipped.
    const santiago = ['04T22:00', '04T23:00', '05T01:00', '05T02:00', '05T03:00', '05T04:00', '05T05:00']
    expect(nightShift('2027-09-04', 'America/Santiago')).toEqual(santiago)
  })

  test('has the hour twice that comes twice', () => {
    const berlin = ['30T22:00', '30T23:00', '31T00:00', '31T01:00', '31T02:00', '31T02:00', '31T03:00', '31T04:00']
    expect(nightShift('2027-10-30', 'Europe/Berlin')).toEqual([...berlin, '31T05:00'])
    const sydney = ['03T22:00', '03T23:00', '04T00:00', '04T01:00', '04T02:00', '04T02:00', '04T03:00', '04T04:00']
    expect(nightShift('2027-04-03', 'Australia/Sydney')).toEqual([...sydney, '04T05:00'])
    // The hour before midnight comes twice, and both times it is still Saturday.
    const santiago = ['03T22:00', '03T23:00', '03T23:00', '04T00:00', '04T01:00', '04T02:00', '04T03:00', '04T04:00']
    expect(nightShift('2027-04-03', 'America/Santiago')).toEqual([...santiago, '04T05:00'])
  })

  test('moves the grid of what follows by half an hour where the clock does', () => {
    const spring = ['02T22:00', '02T23:00', '03T00:00', '03T01:00', '03T02:30', '03T03:30', '03T04:30']
    expect(nightShift('2027-10-02', 'Australia/Lord_Howe')).toEqual(spring)
    const autumn = ['03T22:00', '03T23:00', '04T00:00', '04T01:00', '04T01:30', '04T02:30', '04T03:30', '04T04:30']
    expect(nightShift('2027-04-03', 'Australia/Lord_Howe')).toEqual(autumn)
  })
})

describe('a visit with processing over the change', () => {
  const colour = service('colour', [active(30), processing(120), active(30)], ['ada'])
  const nails = service('nails', [active(90)], ['ada'], { parallelOk: true })

  test.each([
    ['Europe/Berlin', '2027-03-28T01:30', '03:00', '04:30', '05:30'],
    ['Europe/Berlin', '2027-10-31T01:30', '02:00', '02:30', '03:30'],
    ['America/Santiago', '2027-09-04T23:30', '01:00', '02:30', '03:30'],
    ['America/Santiago', '2027-04-03T22:30', '23:00', '23:30', '00:30'],
    ['Australia/Sydney', '2027-10-03T01:30', '03:00', '04:30', '05:30'],
    ['Australia/Sydney', '2027-04-04T01:30', '02:00', '02:30', '03:30'],
    ['Australia/Lord_Howe', '2027-10-03T01:30', '02:30', '04:00', '05:00'],
    ['Australia/Lord_Howe', '2027-04-04T01:30', '01:30', '03:00', '04:00'],
  ])('in %s at %s has a guest in it, and ends by the new clock', (timeZone, local, guestAt, guestEnds, ends) => {
    const start = clock(local, timeZone)
    const starts = search(visit(colour, nails), local.slice(0, 10), timeZone, hours(0, 24), 30)
    const found = starts.find((one) => one.start === start)
    const [host, guest] = found?.best.items ?? []
    const shown = (minute = 0) => formatInstant(minute, timeZone).slice(11, 16)
    expect([guest?.start, guest?.end, host?.end].map(shown)).toEqual([guestAt, guestEnds, ends])
    expect((host?.end ?? 0) - start).toBe(180)
    expect(host?.blocks.map((block) => [block.start - start, block.end - start])).toEqual([
      [0, 30],
      [150, 180],
    ])
    expect(guest?.blocks.map((block) => [block.start - start, block.end - start])).toEqual([[30, 120]])
  })
})

describe('the 29th of February', () => {
  const cut = visit(service('cut', [active(60)], ['ada']))
  const now = new Date('2028-02-20T00:00Z')
  const tuesdays = house({ hours: [{ weekday: 2, ...hours(9, 12) }] })

  test('is the nearest day where it is the next on which anybody works', () => {
    const days = datesFrom('2028-02-23', 10).map((date) => ofDay([somebody()], () => [], { date, site: tuesdays, now }))
    const nearest = findNearest(cut, days, { stepMinutes: 60 })
    expect(nearest.date).toBe('2028-02-29')
    expect(nearest.starts.map(({ start }) => start)).toEqual(
      ['09', '10', '11'].map((hour) => clock(`2028-02-29T${hour}:00`)),
    )
  })

  test('a night runs into it and out of it', () => {
    const ada = somebody({ workingDays: workingDays([1, 2], 22, 26), bufferMinutes: 0 })
    const day = ofDay([ada], () => [], { date: '2028-02-29', site: house({ hours: [] }), now })
    const { starts } = findChains(cut, day.resources, { stepMinutes: 60, from: day.from, until: day.until })
    expect(starts.map(({ best }) => best.items[0]?.end)).toEqual(
      ['02-29T01', '02-29T02', '02-29T23', '03-01T00'].map((end) => clock(`2028-${end}:00`)),
    )
  })

  test('counts in the horizon', () => {
    const soon = { site: house({ hours: week.map((weekday) => ({ weekday, ...hours(9, 12) })) }), now }
    const starts = (date: string) => {
      const { resources, from, until } = ofDay([somebody({ horizonDays: 9 })], () => [], { date, ...soon })
      return findChains(cut, resources, { stepMinutes: 60, from, until })
    }
    expect(starts('2028-02-29').starts).toHaveLength(3)
    expect(starts('2028-03-01').reason).toBe('beyond-horizon')
  })
})
