import { expect, test } from 'vitest'
import { StreamPlaces } from './stream-places.js'

const places = (limits = {}) => new StreamPlaces({ mostOfAddress: 2, mostOfSite: 3, most: 5, ...limits })

test('an address has so many places, at all sites together, and other addresses theirs', () => {
  const open = places()
  open.take('salon', 'a')
  open.take('spa', 'a')
  expect(() => open.take('salon', 'a')).toThrow('from this address')
  open.take('salon', 'b')
})

test('a site has so many places, and other sites theirs', () => {
  const open = places()
  for (const address of ['a', 'b', 'c']) open.take('salon', address)
  expect(() => open.take('salon', 'd')).toThrow('at the moment')
  open.take('spa', 'd')
})

test('and so have all sites together', () => {
  const open = places({ most: 2 })
  open.take('salon', 'a')
  open.take('spa', 'b')
  expect(() => open.take('clinic', 'c')).toThrow('at the moment')
})

test('who is refused is told when it is worth trying again', () => {
  const open = places({ mostOfAddress: 0 })
  expect(() => open.take('salon', 'a')).toThrow(
    expect.objectContaining({ code: 'rate-limited', fields: { retryAfterSeconds: 60 } }),
  )
})

test('a place that is given back is free again, once', () => {
  const open = places({ mostOfAddress: 1 })
  const giveBack = open.take('salon', 'a')
  giveBack()
  open.take('salon', 'a')
  giveBack()
  expect(() => open.take('salon', 'a')).toThrow('from this address')
})
