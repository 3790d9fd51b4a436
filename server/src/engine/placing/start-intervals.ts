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
 * own chain, so an earlier item never keeps a later one away; and every item needs its full tail free of others,
 * whether it yields in the end or not.
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
export function holdsStart(starts: StartIntervals, start: number): boolean {
  return nextStart(starts, start) === start
}

/** The first of the starts at or after a minute; NaN where there is none. */
export function nextStart({ lows, highs }: StartIntervals, minute: number): number {
  let index = 0
  let end = highs.length
  // Few intervals are the rule, and a short walk is quicker than any search.
  if (end > 8) {
    while (index < end) {
      const middle = (index + end) >> 1
      if ((highs[middle] as number) < minute) index = middle + 1
      else end = middle
    }
  } else while (index < end && (highs[index] as number) < minute) index++
  if (index === highs.length) return Number.NaN
  const low = lows[index] as number
  return Math.max(low, minute)
}

/** The last of the starts at or before a minute; -Infinity where there is none. */
export function lastStart({ lows, highs }: StartIntervals, minute: number): number {
  let index = lows.length - 1
  while (index >= 0 && (lows[index] as number) > minute) index--
  return index < 0 ? Number.NEGATIVE_INFINITY : Math.min(highs[index] as number, minute)
}
