import { describe, expect, test } from 'vitest'
import { clock, closedOn, dayOff, hours, house, shown, somebody, workingDays } from './house.fixture.js'
import { datesFrom, dayOf, openingsOf } from './index.js'

// 2027-03-16 is a Tuesday.
const tuesday = '2027-03-16'

describe('hours fall back', () => {
  const site = house({ hours: [{ weekday: 2, ...hours(9, 18) }] })

  test('to the site where the resource has none', () => {
    expect(shown(tuesday, somebody(), site)).toEqual(['16T09:00+01:00 - 16T18:00+01:00'])
  })

  test('to the default hours and their break where the weekday has none', () => {
    const ada = somebody({
      defaultStartMinute: 600,
      defaultEndMinute: 960,
      defaultBreakStartMinute: 720,
      defaultBreakEndMinute: 750,
      workingDays: workingDays([3], 8, 12),
    })
    expect(shown(tuesday, ada, site)).toEqual(['16T10:00+01:00 - 16T12:00+01:00', '16T12:30+01:00 - 16T16:00+01:00'])
    expect(shown('2027-03-17', ada, site)).toEqual(['17T08:00+01:00 - 17T12:00+01:00'])
  })

  test('not where the weekday says closed', () => {
    const ada = somebody({ workingDays: [closedOn(2)], defaultStartMinute: 600, defaultEndMinute: 960 })
    expect(shown(tuesday, ada, site)).toEqual([])
  })

  test('to nothing where nobody has any', () => {
    expect(shown('2027-03-17', somebody(), site)).toEqual([])
  })
})

describe('breaks and days off', () => {
  test('breaks are cut out, and a break at the edge only shortens the day', () => {
    const ada = somebody({
      workingDays: workingDays([2], 9, 18, [
        [15, 15.25],
        [12, 13],
        [17.5, 18],
      ]),
    })
    expect(shown(tuesday, ada, house())).toEqual([
      '16T09:00+01:00 - 16T12:00+01:00',
      '16T13:00+01:00 - 16T15:00+01:00',
      '16T15:15+01:00 - 16T17:30+01:00',
    ])
  })

  test.each([
    ['one day', dayOff(tuesday)],
    ['a range that ends with the day', dayOff('2027-03-10', tuesday)],
    ['a range that begins with the day', dayOff(tuesday, '2027-03-20')],
    ['a range around the day', dayOff('2026-01-01', '2028-12-31')],
  ])('%s off', (_, off) => {
    expect(shown(tuesday, somebody({ daysOff: [off] }), house())).toEqual([])
    expect(shown(tuesday, somebody(), house({ daysOff: [off] }))).toEqual([])
  })

  test('days off before and after change nothing', () => {
    const daysOff = [dayOff('2027-03-01', '2027-03-15'), dayOff('2027-03-17')]
    expect(shown(tuesday, somebody({ daysOff }), house())).toEqual(['16T09:00+01:00 - 16T18:00+01:00'])
  })

  test('part of a day off, on each day of a range', () => {
    const ada = somebody({ daysOff: [dayOff('2027-03-15', '2027-03-16', [8, 10]), dayOff(tuesday, tuesday, [12, 13])] })
    expect(shown('2027-03-15', ada, house())).toEqual(['15T10:00+01:00 - 15T18:00+01:00'])
    expect(shown(tuesday, ada, house())).toEqual(['16T10:00+01:00 - 16T12:00+01:00', '16T13:00+01:00 - 16T18:00+01:00'])
    expect(shown('2027-03-17', ada, house())).toEqual(['17T09:00+01:00 - 17T18:00+01:00'])
  })

  test('part of a day off may end on the day after, also at the end of a long range', () => {
    const ada = somebody({ daysOff: [dayOff('2026-01-01', '2027-03-15', [20, 34])] })
    expect(shown(tuesday, ada, house())).toEqual(['16T10:00+01:00 - 16T18:00+01:00'])
  })

  test('the 29th of February is a day like others', () => {
    const ada = somebody({ daysOff: [dayOff('2028-02-29', '2028-02-29', [9, 17])] })
    expect(shown('2028-02-29', ada, house())).toEqual(['29T17:00+01:00 - 29T18:00+01:00'])
    expect(shown('2028-03-01', ada, house())).toEqual(['01T09:00+01:00 - 01T18:00+01:00'])
  })
})

describe('the grid', () => {
  test('is anchored at the start of the shift, whatever is cut out of it', () => {
    const ada = somebody({
      workingDays: workingDays([2], 9, 18, [[12, 13]]),
      daysOff: [dayOff(tuesday, tuesday, [9, 10])],
    })
    const anchors = openingsOf(tuesday, ada, house()).map(({ gridAnchor }) => gridAnchor)
    expect(anchors).toEqual([clock('2027-03-16T09:00'), clock('2027-03-16T09:00')])
  })

  test('has no anchor where each free window has its own', () => {
    const site = house({ settings: { ...house().settings, gridMode: 'window' } })
    expect(openingsOf(tuesday, somebody(), site)[0]).not.toHaveProperty('gridAnchor')
  })
})

describe('nights', () => {
  const bar = house({ hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours(20, 26) })) })
  const monday = '15T20:00+01:00 - 16T02:00+01:00'
  const tuesdayNight = '16T20:00+01:00 - 17T02:00+01:00'

  test('a day has the whole of yesterday’s night shift that runs into it, and of its own', () => {
    expect(shown(tuesday, somebody(), bar)).toEqual([monday, tuesdayNight])
  })

  test('yesterday’s night shift keeps its grid', () => {
    const [first] = openingsOf(tuesday, somebody(), bar)
    expect(first?.gridAnchor).toBe(clock('2027-03-15T20:00'))
  })

  test('a break after midnight belongs to the shift', () => {
    const ada = somebody({ workingDays: workingDays([1, 2], 20, 28, [[25, 26]]) })
    expect(shown(tuesday, ada, house({ hours: [] }))).toEqual([
      '15T20:00+01:00 - 16T01:00+01:00',
      '16T02:00+01:00 - 16T04:00+01:00',
      '16T20:00+01:00 - 17T01:00+01:00',
      '17T02:00+01:00 - 17T04:00+01:00',
    ])
  })

  test('nobody works on a day off, or into the night after it', () => {
    const daysOff = [dayOff(tuesday)]
    expect(shown(tuesday, somebody({ daysOff }), bar)).toEqual(['15T20:00+01:00 - 16T00:00+01:00'])
    expect(shown('2027-03-17', somebody({ daysOff }), bar)).toEqual(['17T20:00+01:00 - 18T02:00+01:00'])
    expect(shown('2027-03-17', somebody(), { ...bar, daysOff })).toEqual(['17T20:00+01:00 - 18T02:00+01:00'])
  })

  test('a shift that ends at midnight is no part of the day after', () => {
    const ada = somebody({ workingDays: workingDays([1], 18, 24) })
    expect(shown(tuesday, ada, house({ hours: [] }))).toEqual([])
  })

  test('tomorrow is no part of today, or a visit could wait overnight', () => {
    expect(shown(tuesday, somebody(), house())).toHaveLength(1)
  })

  test('around the clock, today goes on into tomorrow as far as there is no break', () => {
    const always = house({ hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...hours(0, 24) })) })
    const openings = openingsOf(tuesday, somebody(), always)
    expect(openings[0]?.start).toBe(clock('2027-03-16T00:00'))
    expect(openings.at(-1)?.end).toBeGreaterThan(clock('2027-03-18T00:00'))
    const resting = somebody({ workingDays: workingDays([3], 0, 24, [[10, 11]]) })
    expect(shown(tuesday, resting, always)).toEqual([
      '16T00:00+01:00 - 17T00:00+01:00',
      '17T00:00+01:00 - 17T10:00+01:00',
    ])
  })
})

describe('clocks that change', () => {
  const lengthOf = (date: string, timeZone: string) => {
    const { from, until } = dayOf(date, house({ timeZone }))
    return (until - from) / 60
  }

  test.each([
    ['Europe/Berlin', '2027-03-28', 23],
    ['Europe/Berlin', '2027-10-31', 25],
    ['Europe/Berlin', '2027-03-27', 24],
    ['Australia/Sydney', '2027-10-03', 23],
    ['Australia/Sydney', '2027-04-04', 25],
    ['America/Santiago', '2027-09-05', 23],
    ['Africa/Cairo', '2027-04-30', 23],
    ['Australia/Lord_Howe', '2027-10-03', 23.5],
    ['Asia/Kathmandu', '2027-03-28', 24],
  ])('in %s the day %s has %d hours', (timeZone, date, length) => {
    expect(lengthOf(date, timeZone)).toBe(length)
  })

  test('hours after the change are the ones on the wall', () => {
    expect(shown('2027-03-28', somebody(), house())).toEqual(['28T09:00+02:00 - 28T18:00+02:00'])
    expect(shown('2027-10-31', somebody(), house())).toEqual(['31T09:00+01:00 - 31T18:00+01:00'])
  })

  test('a night is an hour shorter or longer', () => {
    const night = somebody({ workingDays: workingDays([6], 22, 30) })
    const length = (date: string) => {
      const [opening] = openingsOf(date, night, house({ hours: [] }))
      return ((opening?.end ?? 0) - (opening?.start ?? 0)) / 60
    }
    expect([length('2027-03-20'), length('2027-03-27'), length('2027-10-30')]).toEqual([8, 7, 9])
    // The same shift is there on its second day, which is the one that is shorter or longer.
    expect([length('2027-03-28'), length('2027-10-31')]).toEqual([7, 9])
  })

  test('in the southern half of the world it is the other way round', () => {
    const night = somebody({ workingDays: workingDays([6], 22, 30) })
    const site = house({ timeZone: 'Australia/Sydney', hours: [] })
    expect(shown('2027-04-03', night, site)).toEqual(['03T22:00+11:00 - 04T06:00+10:00'])
    expect(shown('2027-10-02', night, site)).toEqual(['02T22:00+10:00 - 03T06:00+11:00'])
  })

  test('a shift that begins in the hour that is skipped begins when the clock jumps; one all in it is none', () => {
    const early = somebody({ workingDays: workingDays([7], 2.5, 8) })
    expect(shown('2027-03-28', early, house())).toEqual(['28T03:00+02:00 - 28T08:00+02:00'])
    expect(shown('2027-03-28', somebody({ workingDays: workingDays([7], 2, 2.75) }), house())).toEqual([])
  })

  test('of an hour that comes twice the first counts', () => {
    const early = somebody({ workingDays: workingDays([7], 2.5, 8) })
    expect(shown('2027-10-31', early, house())).toEqual(['31T02:30+02:00 - 31T08:00+01:00'])
  })

  test('a day that has no midnight begins when the clock jumps', () => {
    const always = house({ timeZone: 'Africa/Cairo', hours: [{ weekday: 5, ...hours(0, 12) }] })
    expect(shown('2027-04-30', somebody(), always)).toEqual(['30T01:00+03:00 - 30T12:00+03:00'])
  })
})

describe('somebody in another zone', () => {
  test('works by their own clock, fallen back to or not', () => {
    const remote = somebody({ timeZone: 'America/New_York' })
    // New York changed its clocks two days before, Berlin has not yet: five hours apart instead of six.
    expect(shown(tuesday, remote, house())).toEqual(['16T14:00+01:00 - 16T23:00+01:00'])
    expect(shown('2027-04-16', remote, house())).toEqual(['16T15:00+02:00 - 17T00:00+02:00'])
  })

  test('has two of their own days in one of the site’s', () => {
    const remote = somebody({ timeZone: 'Pacific/Auckland', workingDays: workingDays([2, 3], 9, 18) })
    expect(shown(tuesday, remote, house({ hours: [] }))).toEqual([
      '15T21:00+01:00 - 16T06:00+01:00',
      '16T21:00+01:00 - 17T06:00+01:00',
    ])
  })

  test('has days off by their own clock, and the site’s by the site’s', () => {
    const changes = { timeZone: 'Pacific/Auckland', workingDays: workingDays([2, 3], 9, 18) }
    const off = [dayOff(tuesday)]
    expect(shown(tuesday, somebody({ ...changes, daysOff: off }), house({ hours: [] }))).toEqual([
      '16T21:00+01:00 - 17T06:00+01:00',
    ])
    expect(shown(tuesday, somebody(changes), house({ hours: [], daysOff: off }))).toEqual([
      '15T21:00+01:00 - 16T00:00+01:00',
    ])
  })
})

test('what does not exist is refused', () => {
  expect(() => openingsOf('2027-02-29', somebody(), house())).toThrow('2027-02-29 is not a date')
  expect(() => openingsOf(tuesday, somebody({ timeZone: 'Europe/Atlantis' }), house())).toThrow(
    'Europe/Atlantis is not an IANA time zone',
  )
})

describe('what was worked out once', () => {
  test('is remembered for the same rules, and for no others', () => {
    const [ada, site] = [somebody(), house()]
    const openings = openingsOf(tuesday, ada, site)
    expect(openingsOf(tuesday, ada, site)).toBe(openings)
    expect(openingsOf('2027-03-17', ada, site)).not.toEqual(openings)
    expect(openingsOf(tuesday, { ...ada, daysOff: [dayOff(tuesday)] }, site)).toEqual([])
    expect(openingsOf(tuesday, ada, { ...site, daysOff: [dayOff(tuesday)] })).toEqual([])
    expect(openingsOf(tuesday, ada, site)).toBe(openings)
  })

  test('is forgotten again where it becomes too much', () => {
    const [ada, site] = [somebody(), house()]
    const openings = openingsOf(tuesday, ada, site)
    const others = Array.from({ length: 800 }, () => somebody())
    for (const other of others) for (const date of datesFrom(tuesday, 50)) openingsOf(date, other, site)
    expect(openingsOf(tuesday, ada, site)).not.toBe(openings)
    expect(openingsOf(tuesday, ada, site)).toEqual(openings)
  })
})
