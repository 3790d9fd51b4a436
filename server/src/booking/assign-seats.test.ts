import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assignSeats, LONGEST_BLOCK_MINUTES, type SeatStretch } from './assign-seats.js'

const on = (seatId: string, start: number, end: number): SeatStretch => ({ seatId, start, end })
const want = (start: number, end: number, seats = 1) => ({ start, end, seats })

describe('a stretch', () => {
  test('stays on one seat where one is free all along', () => {
    expect(assignSeats(['a', 'b'], [on('a', 30, 40)], [want(0, 60)])).toEqual([on('b', 0, 60)])
  })

  test('takes the seat that leaves the least unused', () => {
    expect(assignSeats(['a', 'b'], [on('b', 60, 90)], [want(0, 60)])).toEqual([on('b', 0, 60)])
  })

  test('is cut where no single seat is free all along', () => {
    const taken = [on('a', 30, 60), on('b', 0, 30)]
    expect(assignSeats(['a', 'b'], taken, [want(0, 60)])).toEqual([on('a', 0, 30), on('b', 30, 60)])
  })

  test('of more than a day is cut into days', () => {
    const pieces = assignSeats(['a'], [], [want(0, 2 * LONGEST_BLOCK_MINUTES + 10)])
    expect(pieces).toEqual([on('a', 0, 1440), on('a', 1440, 2880), on('a', 2880, 2890)])
  })

  test('for a party takes a seat for each', () => {
    const pieces = assignSeats(['a', 'b', 'c'], [on('b', 0, 5)], [want(0, 60, 2)])
    expect(pieces.toSorted(bySeat)).toEqual([on('a', 0, 60), on('c', 0, 60)])
  })

  test('does not take the long seat from a longer one', () => {
    const pieces = assignSeats(['a', 'b'], [on('a', 50, 90)], [want(0, 50), want(0, 100)])
    expect(pieces.toSorted(bySeat)).toEqual([on('a', 0, 50), on('b', 0, 100)])
  })

  test('that does not fit is refused', () => {
    expect(() => assignSeats(['a'], [on('a', 10, 20)], [want(0, 60)])).toThrow('No seat is free')
  })
})

const bySeat = (a: SeatStretch, b: SeatStretch) => a.seatId.localeCompare(b.seatId)

/** Seats, what is taken of them, and wishes that fit at every instant. */
const situation = fc
  .record({
    seats: fc.integer({ min: 1, max: 5 }),
    taken: fc.array(fc.record({ seat: fc.nat(4), start: fc.nat(40), length: fc.integer({ min: 1, max: 15 }) }), {
      maxLength: 14,
    }),
    wanted: fc.array(
      fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 25 }), seats: fc.integer({ min: 1, max: 3 }) }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ seats, taken, wanted }) => {
    const seatIds = Array.from({ length: seats }, (_, index) => `seat-${index}`)
    const stretches: SeatStretch[] = []
    for (const { seat, start, length } of taken) {
      const one = on(`seat-${seat % seats}`, start, start + length)
      if (!stretches.some((other) => overlap(one, other))) stretches.push(one)
    }
    const fitting: ReturnType<typeof want>[] = []
    for (const { start, length, seats: many } of wanted) {
      const one = want(start, start + length, many)
      if (instants.every((at) => used(stretches, at) + demand([...fitting, one], at) <= seats)) fitting.push(one)
    }
    return { seatIds, taken: stretches, wanted: fitting }
  })

const instants = Array.from({ length: 70 }, (_, at) => at)
const overlap = (a: SeatStretch, b: SeatStretch) => a.seatId === b.seatId && a.start < b.end && b.start < a.end
const covers = (at: number) => (one: { start: number; end: number }) => one.start <= at && at < one.end
const used = (stretches: readonly SeatStretch[], at: number) => stretches.filter(covers(at)).length
const demand = (wanted: readonly ReturnType<typeof want>[], at: number) =>
  wanted.filter(covers(at)).reduce((sum, { seats }) => sum + seats, 0)

describe('whatever is taken and wanted', () => {
  test('pieces never overlap on a seat and use exactly the seats wanted at each instant', () => {
    fc.assert(
      fc.property(situation, ({ seatIds, taken, wanted }) => {
        const pieces = assignSeats(seatIds, taken, wanted)
        const all = [...taken, ...pieces]
        expect(all.some((one, index) => all.slice(index + 1).some((other) => overlap(one, other)))).toBe(false)
        expect(instants.map((at) => used(pieces, at))).toEqual(instants.map((at) => demand(wanted, at)))
        expect(pieces.every(({ seatId }) => seatIds.includes(seatId))).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('one stretch is cut as seldom as can be', () => {
    fc.assert(
      fc.property(situation, ({ seatIds, taken, wanted }) => {
        const [one] = wanted
        if (one === undefined) return
        const pieces = assignSeats(seatIds, taken, [{ ...one, seats: 1 }])
        expect(pieces).toHaveLength(fewestPieces(seatIds, taken, one.start, one.end))
      }),
      { numRuns: 1000 },
    )
  })
})

/** Tries every seat and every length, from the end backwards. */
function fewestPieces(seatIds: readonly string[], taken: readonly SeatStretch[], start: number, end: number): number {
  const fewest = new Map([[end, 0]])
  for (let from = end - 1; from >= start; from -= 1) {
    let best = Number.POSITIVE_INFINITY
    for (const seatId of seatIds) {
      for (let to = from + 1; to <= end; to += 1) {
        if (taken.some((other) => overlap(on(seatId, from, to), other))) break
        best = Math.min(best, 1 + (fewest.get(to) ?? Number.POSITIVE_INFINITY))
      }
    }
    fewest.set(from, best)
  }
  return fewest.get(start) ?? 0
}
