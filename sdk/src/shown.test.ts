import { expect, test } from 'vitest'
import type { Slot } from './contract/slot.js'
import { durationMinutes } from './duration.js'
import { shownFrom } from './shown.js'

const price = { amountMinor: 4500, currency: 'EUR' }
const rest = { neededIds: [], steps: [], price }
const slot: Slot = {
  start: '2027-03-16T09:30:00+01:00',
  end: '2027-03-16T11:00:00+01:00',
  price,
  items: [
    {
      serviceId: 's1',
      resourceId: 'r1',
      start: '2027-03-16T09:30:00+01:00',
      end: '2027-03-16T10:00:00+01:00',
      ...rest,
    },
    {
      serviceId: 's2',
      resourceId: 'r2',
      start: '2027-03-16T10:15:00+01:00',
      end: '2027-03-16T11:00:00+01:00',
      ...rest,
    },
  ],
}

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
