import { expect, test } from 'vitest'
import { newId } from './new-id.js'

test('a UUID of version 7 begins with the time it was made', () => {
  const id = newId(new Date('2027-03-16T08:30:00.123Z'))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(Date.parse('2027-03-16T08:30:00.123Z'))
})

test('ids sort by age, and those of the same millisecond differ', () => {
  const [older, newer] = [newId(new Date('2027-03-16T08:30:00Z')), newId(new Date('2027-03-16T08:30:00.001Z'))]
  expect(older < newer).toBe(true)
  const now = new Date('2027-03-16T08:30:00Z')
  expect(new Set(Array.from({ length: 1000 }, () => newId(now))).size).toBe(1000)
})
