import type { Interval } from '../types.js'

/**
 * The minutes at which a service can start on a resource: closed intervals `[low, high]`, sorted and apart, as
 * parallel arrays. Each lies in one free window, whose start is the anchor of a grid that has no other.
 */
export interface StartIntervals {
  readonly lows: number[]
  readonly highs: number[]
  readonly windowStarts: number[]
}

/** What the service needs of the resource, and the first and last minute at which it may start. */
export interface Placement {
  /** Minutes that must lie inside an opening. */
  readonly activeMinutes: number
  /** Gap and buffer: minutes after them that may run past closing time. */
  readonly tailMinutes: number
  readonly earliest: number
  readonly latest: number
}

/**
 * Erodes free time to start times.
 *
 * A start `s` is possible when `[s, s + active)` lies inside the joined openings and `[s, s + active + tail)` touches
 * no stretch that others take. Blocks of the *same* chain need no look at all. A tail yields to later blocks of its
 * own chain, so an earlier item never keeps a later one away. Nor does yielding ever make room for more: a later item
 * on the same resource starts at or after `end + gap` and has the same buffer, so its own tail ends after the one that
 * yields, and whatever stands in the way of the first tail also stands in the way of the second.
 *
 * @param openings joined: sorted, none touching the next
 * @param taken stretches with too few free seats, joined likewise
 */
export function startIntervals(
  openings: readonly Interval[],
  taken: readonly Interval[],
  { activeMinutes, tailMinutes, earliest, latest }: Placement,
): StartIntervals {
  const lows: number[] = []
  const highs: number[] = []
  const windowStarts: number[] = []
  let firstTaken = 0
  for (const opening of openings) {
    while (firstTaken < taken.length && (taken[firstTaken] as Interval).end <= opening.start) firstTaken++
    const lastStart = Math.min(opening.end - activeMinutes, latest)
    let windowStart = opening.start
    for (let index = firstTaken; windowStart <= lastStart; index++) {
      const next = taken[index]
      const freeUntil = next === undefined ? Number.POSITIVE_INFINITY : next.start
      const low = Math.max(windowStart, earliest)
      const high = Math.min(lastStart, freeUntil - activeMinutes - tailMinutes)
      if (low <= high) {
        lows.push(low)
        highs.push(high)
        windowStarts.push(windowStart)
      }
      if (next === undefined) break
      windowStart = Math.max(windowStart, next.end)
    }
  }
  return { lows, highs, windowStarts }
}

/** Whether a start lies in one of the intervals. */
export function holdsStart({ lows, highs }: StartIntervals, start: number): boolean {
  return lows.some((low, index) => low <= start && start <= (highs[index] as number))
}

/** Drops every start after `latest`, in place, and returns the last one that is left (-Infinity: none). */
export function dropAfter({ lows, highs, windowStarts }: StartIntervals, latest: number): number {
  let count = lows.length
  while (count > 0 && (lows[count - 1] as number) > latest) count--
  lows.length = count
  highs.length = count
  windowStarts.length = count
  if (count === 0) return Number.NEGATIVE_INFINITY
  const last = Math.min(highs[count - 1] as number, latest)
  highs[count - 1] = last
  return last
}
