import { expect, test } from 'vitest'
import { seededRandom } from './random.js'

const take = (seed: number, count: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => random())
}

test('the same seed gives the same numbers, another one others', () => {
  expect(take(1, 5)).toEqual(take(1, 5))
  expect(take(1, 5)).not.toEqual(take(2, 5))
})

test('the numbers are spread evenly from 0 up to 1', () => {
  const tenths = Map.groupBy(take(7, 10_000), (number) => Math.floor(number * 10))
  expect([...tenths.keys()].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  for (const { length } of tenths.values()) expect(Math.abs(length - 1000)).toBeLessThan(150)
})
