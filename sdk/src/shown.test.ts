import { expect, test } from 'vitest'
import { durationMinutes } from './duration.js'
import { shownFrom } from './shown.js'

const price = { amountMinor: 4500, currency: 'EUR' }
const item = (serviceId: string, resourceId: string, start: string, end: string) => ({
  serviceId,
  resourceId,
  price,
  neededIds: ['room'],
  start: `2027-03-16T${start}:00+01:00`,
  end: `2027-03-16T${end}:00+01:00`,
  steps: [],
})
const slot = { items: [item('s1', 'r1', '09:30', '10:00'), item('s2', 'r2', '10:15', '11:00')] }

test('what was shown is who and from when, in the order of the items', () => {
  expect(shownFrom(slot)).toEqual([
    { resourceId: 'r1', start: '2027-03-16T09:30:00+01:00' },
    { resourceId: 'r2', start: '2027-03-16T10:15:00+01:00' },
  ])
})

test('a service takes as long as its steps', () => {
  expect(durationMinutes([{ minutes: 30 }, { minutes: 15 }])).toBe(45)
  expect(durationMinutes([])).toBe(0)
})
