import type { Interval } from '../types.js'

/**
 * The minutes at which a service can start on a resource: closed intervals, sorted and apart, three numbers for each in one
 * flat list. These are its first and its last minute, and the start of the free window in which it lies: the anchor of a
 * grid that has no other.
 */
export type StartIntervals = readonly number[]

/** Numbers for each interval: `starts[index]` is its first minute, then come its last and the window's start. */
export const perInterval = 3

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
  const starts: number[] = []
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
      if (low <= high) starts.push(low, high, windowStart)
      if (next === undefined) break
      windowStart = Math.max(windowStart, next.end)
    }
  }
  return starts
}

/** Whether a start lies in one of the intervals. */
export function holdsStart(starts: StartIntervals, start: number): boolean {
  return nextStart(starts, start) === start
}

/** The first of the starts at or after a minute; NaN where there is none. */
export function nextStart(starts: StartIntervals, minute: number): number {
  let index = 1
  // Few intervals are the rule, and a short walk is quicker than any search.
  if (starts.length > 8 * perInterval) index += perInterval * countBefore(starts, minute)
  while (index < starts.length && (starts[index] as number) < minute) index += perInterval
  if (index >= starts.length) return Number.NaN
  return Math.max(starts[index - 1] as number, minute)
}

/** How many of the intervals end before a minute. */
function countBefore(starts: StartIntervals, minute: number): number {
  let count = 0
  let end = starts.length / perInterval
  while (count < end) {
    const middle = (count + end) >> 1
    if ((starts[middle * perInterval + 1] as number) < minute) count = middle + 1
    else end = middle
  }
  return count
}

/** The last of the starts at or before a minute; -Infinity where there is none. */
export function lastStart(starts: StartIntervals, minute: number): number {
  let index = starts.length - perInterval
  while (index >= 0 && (starts[index] as number) > minute) index -= perInterval
  return index < 0 ? Number.NEGATIVE_INFINITY : Math.min(starts[index + 1] as number, minute)
}
