import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, type Chain, type ChainRequest, findChains, fits, type Resources } from '../index.js'
import { type Visit, visits } from './visits.fixture.js'

const blocksOf = ({ items }: Chain): Block[] => items.flatMap(({ blocks }) => blocks)

/** The resources after a booking: its blocks have become busy time. */
const withBooked = (resources: Resources, blocks: readonly Block[]): Resources =>
  new Map(
    [...resources].map(([id, one]) => [
      id,
      { ...one, busy: [...one.busy, ...blocks.filter(({ resourceId }) => resourceId === id)] },
    ]),
  )

const covers = (interval: { start: number; end: number }, minute: number) =>
  interval.start <= minute && minute < interval.end

const seatsAt = (intervals: readonly { start: number; end: number; seats: number }[], minute: number) =>
  intervals.reduce((sum, one) => sum + (covers(one, minute) ? one.seats : 0), 0)

test('however many visits are booked one after the other, no resource ever has more seats taken than it has', {
  timeout: 240_000,
}, () => {
  let bookings = 0
  const property = fc.property(
    visits,
    visits,
    fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    (one, other, picks) => {
      let resources = one.resources
      for (const [turn, pick] of picks.entries()) {
        const { request, options } = turn % 2 === 0 ? one : other
        const { starts } = findChains(request, resources, options)
        const chain = starts[pick % Math.max(1, starts.length)]?.best
        if (chain === undefined) continue
        bookings++
        resources = withBooked(resources, blocksOf(chain))
        for (const { resourceId, start, end } of blocksOf(chain)) {
          const { busy = [], capacity = 0 } = resources.get(resourceId) ?? {}
          const minutes = Array.from({ length: end - start }, (_, index) => start + index)
          expect(minutes.filter((minute) => seatsAt(busy, minute) > capacity)).toEqual([])
        }
      }
    },
  )
  fc.assert(property, { numRuns: 800 })
  expect(bookings).toBeGreaterThan(1500)
})

/** A visit in a house that is open all the time and empty, where only the visit itself is in anybody's way. */
const alone = ({ request, resources, options }: Visit): Visit => ({
  request,
  options: { stepMinutes: options.stepMinutes, from: 0, until: 40 },
  resources: new Map(
    [...resources].map(([id, { capacity, bufferMinutes }]) => [
      id,
      { id, capacity, bufferMinutes, openings: [{ start: -200, end: 900 }], busy: [] },
    ]),
  ),
})

const minuteOf = (resourceId: string, partySize: number): ChainRequest => ({
  services: [{ id: 'next', gapAfterMinutes: 0, performers: [{ resourceId, steps: [{ kind: 'active', minutes: 1 }] }] }],
  partySize,
})

test('a next visit fits right up to the buffer on both sides of a booking, and no minute closer', {
  timeout: 240_000,
}, () => {
  const answers = { before: 0, between: 0, refused: 0 }
  const property = fc.property(visits, fc.nat(), (visit, pick) => {
    const { request, resources, options } = alone(visit)
    const { starts } = findChains(request, resources, options)
    const chain = starts[pick % Math.max(1, starts.length)]?.best
    if (chain === undefined) return
    const booked = withBooked(resources, blocksOf(chain))
    for (const id of new Set(blocksOf(chain).map(({ resourceId }) => resourceId))) {
      const { bufferMinutes = 0, capacity = 0 } = resources.get(id) ?? {}
      const here = blocksOf(chain).filter(({ resourceId }) => resourceId === id)
      const [first, last] = [Math.min(...here.map(({ start }) => start)), Math.max(...here.map(({ end }) => end))]
      // Everybody who has a seat left beside the booking needs another one: only the booking's own minutes are closed.
      const seats = capacity - Math.max(...here.map(({ start }) => seatsAt(here, start))) + 1
      for (let start = first - bufferMinutes - 2; start <= last; start++) {
        const minutes = Array.from({ length: 1 + bufferMinutes }, (_, index) => start + index)
        const hasSeats = minutes.every((minute) => seatsAt(here, minute) + seats <= capacity)
        const item = { serviceId: 'next', resourceId: id, start, end: start + 1 }
        expect(fits(minuteOf(id, seats), { items: [item] }, booked)).toBe(hasSeats)
        if (!hasSeats) answers.refused++
        else if (start < first) answers.before++
        else if (start < last) answers.between++
      }
    }
  })
  fc.assert(property, { numRuns: 500 })
  expect(Math.min(...Object.values(answers))).toBeGreaterThan(200)
})
