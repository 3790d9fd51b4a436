import { expect, test } from 'vitest'
import { findNearest, type Resources, type SearchDay } from './index.js'
import { at, booked, person, service, shift, staff, visit } from './salon.fixture.js'

const cut = visit(service('cut', 60, ['ada']))
const options = { stepMinutes: 60 }
const full = staff(person('ada', { busy: [booked(at(9), at(12))] }))
const day = (date: string, resources: Resources): SearchDay => ({ date, resources })

test('stops at the first day that has a start', () => {
  function* days() {
    yield day('monday', full)
    yield day('tuesday', staff(person('ada')))
    throw new Error('wednesday was asked for')
  }
  const nearest = findNearest(cut, days(), options)
  expect(nearest.date).toBe('tuesday')
  expect(nearest.starts.map(({ start }) => start)).toEqual([at(9), at(10), at(11)])
  expect(nearest).not.toHaveProperty('reason')
})

test('keeps to the bounds of each day, not to those of the options', () => {
  const resources = staff(person('ada'))
  const days = [
    { date: 'monday', resources, from: at(12), until: at(24) },
    { date: 'tuesday', resources, from: at(10), until: at(11) },
  ]
  const nearest = findNearest(cut, days, { ...options, from: at(9), until: at(10) })
  expect(nearest.date).toBe('tuesday')
  expect(nearest.starts.map(({ start }) => start)).toEqual([at(10)])
})

test('gives one reason for all days: what is least to be lifted on any of them', () => {
  const closed = staff(person('ada', { openings: [] }))
  const tooFar = staff(person('ada', { latestStart: at(8) }))
  const days = [day('monday', closed), day('tuesday', full), day('wednesday', tooFar)]
  expect(findNearest(cut, days, options)).toEqual({ starts: [], reason: 'beyond-horizon' })
  expect(findNearest(cut, days.slice(0, 2), options)).toEqual({ starts: [], reason: 'fully-booked' })
})

test('a visit over several days has days of its own for each first day', () => {
  const request = visit(service('cut', 60, ['ada']), service('check', 60, ['ben']))
  const ben = person('ben', { openings: [shift(at(24 + 9), at(24 + 12)), shift(at(72 + 9), at(72 + 12))] })
  const ada = person('ada', { openings: [0, 24, 48].map((from) => shift(at(from + 9), at(from + 10))) })
  const interval = (number: number) => ({ start: at(24 * number), end: at(24 * number + 24) })
  const from = (number: number) => ({
    ...day(`day ${number}`, staff(ada, ben)),
    from: at(24 * number),
    until: at(24 * number + 24),
    days: [interval(number), interval(number + 1)],
  })
  const asked = { ...request, days: [interval(0), interval(1)] }
  expect(findNearest(asked, [from(1), from(2)], options)).toMatchObject({
    date: 'day 2',
    starts: [{ start: at(48 + 9), best: { items: [{ start: at(48 + 9) }, { start: at(72 + 9) }] } }],
  })
  expect(findNearest(asked, [from(1)], options)).toEqual({ starts: [], reason: 'closed' })
  const busyBen = staff(ada, { ...ben, busy: [booked(at(72), at(96))] })
  const days = [from(1), { ...from(2), resources: busyBen }]
  expect(findNearest(asked, days, options)).toEqual({ starts: [], reason: 'fully-booked' })
  expect(() => findNearest(asked, [{ ...from(0), days: [interval(1), interval(0)] }], options)).toThrow('days[1]')
  expect(() => findNearest(asked, [{ ...from(0), days: [interval(0), interval(0)] }], options)).toThrow(
    'the same services',
  )
})

test('without any day there is only what the request itself says', () => {
  expect(findNearest(cut, [], options)).toEqual({ starts: [], reason: 'closed' })
  expect(findNearest(visit(service('cut', 60, [])), [], options)).toEqual({ starts: [], reason: 'no-resource' })
})
