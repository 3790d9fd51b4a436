import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeWindows, gaps, hasConflict, isOnGrid, mergeIntervals, slotStarts, splitWindow } from '../index.js'

const span = (start: number, end: number) => ({ start, end })
const busy = (start: number, end: number, seats = 1) => ({ start, end, seats })

describe('mergeIntervals', () => {
  test('sorts, and joins what touches, overlaps or lies inside', () => {
    expect(mergeIntervals([span(50, 60), span(0, 10), span(10, 20), span(15, 30), span(16, 18)])).toEqual([
      span(0, 30),
      span(50, 60),
    ])
  })

  test('leaves its input alone', () => {
    const input = [span(5, 9), span(0, 5)]
    mergeIntervals(input)
    expect(input).toEqual([span(5, 9), span(0, 5)])
    expect(mergeIntervals([])).toEqual([])
  })

  test('refuses an interval that runs backwards', () => {
    expect(() => mergeIntervals([span(0, 1), span(3, 2)])).toThrow('intervals[1] must start before it ends')
  })
})

describe('freeWindows', () => {
  test('cuts out what is busy, also across the edges of an opening', () => {
    expect(freeWindows([span(0, 60), span(100, 160)], [busy(50, 110), busy(20, 30), busy(160, 170)])).toEqual([
      span(0, 20),
      span(30, 50),
      span(110, 160),
    ])
  })

  test('joins openings that touch', () => {
    expect(freeWindows([span(30, 60), span(0, 30)], [])).toEqual([span(0, 60)])
  })

  test('looks at seats: what overlaps adds up, what touches does not', () => {
    const others = [busy(0, 20, 2), busy(10, 30), busy(30, 40, 2)]
    expect(freeWindows([span(0, 50)], others, 3)).toEqual([span(0, 10), span(20, 50)])
    expect(freeWindows([span(0, 50)], others, 3, 2)).toEqual([span(20, 30), span(40, 50)])
    expect(freeWindows([span(0, 50)], others, 3, 3)).toEqual([span(40, 50)])
    expect(freeWindows([span(0, 50)], [], 3, 4)).toEqual([])
  })

  test('agrees minute by minute with counting', () => {
    const stretch = fc.record({ start: fc.integer({ min: -20, max: 40 }), minutes: fc.integer({ min: 1, max: 25 }) })
    const stretches = fc.array(stretch, { maxLength: 6 })
    const capacity = fc.integer({ min: 1, max: 4 })
    const property = fc.property(stretches, stretches, capacity, capacity, (open, taken, capacity, seats) => {
      const openings = open.map(({ start, minutes }) => span(start, start + minutes))
      const others = taken.map(({ start, minutes }, index) => busy(start, start + minutes, 1 + (index % 2)))
      const windows = freeWindows(openings, others, capacity, seats)
      const inside = (stretch: { start: number; end: number }, minute: number) =>
        stretch.start <= minute && minute < stretch.end
      for (let minute = -25; minute < 70; minute++) {
        const used = others.reduce((sum, other) => sum + (inside(other, minute) ? other.seats : 0), 0)
        const isFree = used + seats <= capacity
        const isOpen = openings.some((one) => inside(one, minute))
        expect(windows.some((one) => inside(one, minute))).toBe(isOpen && isFree)
        expect(hasConflict(span(minute, minute + 1), others, capacity, seats)).toBe(!isFree)
      }
      expect(mergeIntervals(windows)).toEqual(windows)
    })
    fc.assert(property, { numRuns: 300 })
  })
})

describe('gaps', () => {
  test('keeps the free windows that are long enough', () => {
    const taken = [busy(10, 20), busy(49, 50)]
    expect(gaps([span(0, 60)], taken, 11)).toEqual([span(20, 49)])
    expect(gaps([span(0, 60)], taken, 10)).toEqual([span(0, 10), span(20, 49), span(50, 60)])
    expect(gaps([span(0, 60)], taken, 10, 2)).toEqual([span(0, 60)])
  })

  test('of no length make no sense', () => {
    expect(() => gaps([span(0, 60)], [], 0)).toThrow('minutes must be at least 1')
  })
})

describe('splitWindow', () => {
  const window = span(10, 20)
  test.each([
    ['in the middle', span(12, 15), [span(10, 12), span(15, 20)]],
    ['at the start', span(5, 12), [span(12, 20)]],
    ['at the end', span(15, 20), [span(10, 15)]],
    ['over all of it', span(10, 20), []],
    ['before it', span(5, 10), [window]],
    ['after it', span(20, 25), [window]],
    ['long before it', span(1, 5), [window]],
    ['long after it', span(25, 30), [window]],
  ])('a booking %s', (_, booking, left) => {
    expect(splitWindow(window, booking)).toEqual(left)
  })
})

describe('hasConflict', () => {
  test('touching is no conflict', () => {
    expect(hasConflict(span(10, 20), [busy(0, 10), busy(20, 30)])).toBe(false)
    expect(hasConflict(span(10, 20), [busy(0, 11)])).toBe(true)
    expect(hasConflict(span(10, 20), [busy(19, 30)])).toBe(true)
  })

  test('seats count at the same instant only', () => {
    expect(hasConflict(span(10, 20), [busy(10, 15), busy(15, 20)], 2)).toBe(false)
    expect(hasConflict(span(10, 20), [busy(10, 16), busy(15, 20)], 2)).toBe(true)
    expect(hasConflict(span(10, 20), [], 2, 3)).toBe(true)
  })
})

describe('slotStarts', () => {
  test('counts from the window, or from an anchor on either side of it', () => {
    expect(slotStarts(span(5, 60), { stepMinutes: 20, durationMinutes: 15 })).toEqual([5, 25, 45])
    expect(slotStarts(span(5, 60), { stepMinutes: 20, durationMinutes: 15, anchor: -40 })).toEqual([20, 40])
    expect(slotStarts(span(5, 60), { stepMinutes: 20, durationMinutes: 15, anchor: 90 })).toEqual([10, 30])
  })

  test('works before the epoch', () => {
    expect(slotStarts(span(-33, 5), { stepMinutes: 15, durationMinutes: 10, anchor: 0 })).toEqual([-30, -15])
  })

  test('a window that is too short has none', () => {
    expect(slotStarts(span(0, 30), { stepMinutes: 15, durationMinutes: 31 })).toEqual([])
  })

  test('a grid without distance is refused', () => {
    expect(() => slotStarts(span(0, 30), { stepMinutes: 0, durationMinutes: 5 })).toThrow('stepMinutes')
  })
})

describe('isOnGrid', () => {
  const morning = { start: 540, end: 720, gridAnchor: 540 }

  test('counts from the anchor, on either side of it', () => {
    expect([570, 575].map((start) => isOnGrid(start, [morning], 15))).toEqual([true, false])
    expect([545, 540].map((start) => isOnGrid(start, [{ ...morning, gridAnchor: 560 }], 15))).toEqual([true, false])
  })

  test('asks the opening that holds the start', () => {
    const afternoon = { start: 725, end: 900, gridAnchor: 725 }
    expect([725, 720, 710].map((start) => isOnGrid(start, [morning, afternoon], 30))).toEqual([true, false, false])
    expect(
      [705, 710].map((start) => isOnGrid(start, [morning, { start: 600, end: 800, gridAnchor: 605 }], 15)),
    ).toEqual([true, true])
  })

  test('an opening without an anchor takes any start', () => {
    expect(isOnGrid(541, [{ start: 540, end: 720 }], 15)).toBe(true)
    expect(isOnGrid(720, [{ start: 540, end: 720 }], 15)).toBe(false)
  })
})
