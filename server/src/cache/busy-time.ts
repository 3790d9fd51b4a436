import { MINUTES_PER_DAY, startOfUtcDate, type UtcDate, utcDatesOf } from './utc-dates.js'

/** What is kept together, and taken out together. */
export interface ResourceDay {
  readonly resourceId: string
  readonly date: UtcDate
}

/** Time that is taken of one seat, in minutes since the epoch. */
export interface BusyBlock {
  readonly resourceId: string
  readonly start: number
  readonly end: number
  /** Of a hold: when it stops being taken by itself. */
  readonly expiresAt?: Date | null | undefined
}

/** Time in which so many seats of a resource are taken, in minutes since the epoch. */
export interface BusyInterval {
  readonly start: number
  readonly end: number
  readonly seats: number
  /** Of a hold: the moment from which it is not taken any more, in milliseconds since the epoch. */
  readonly expiresAtMs?: number
}

/** The days of resources on which something is different once these blocks come or go. */
export function daysOfBlocks(blocks: readonly Omit<BusyBlock, 'expiresAt'>[]): ResourceDay[] {
  const days = new Map<string, ResourceDay>()
  for (const block of blocks)
    for (const date of utcDatesOf(block))
      days.set(`${block.resourceId} ${date}`, { resourceId: block.resourceId, date })
  return [...days.values()]
}

/**
 * What is taken on each of these days, in the order of the days: blocks are cut at midnight UTC, those of the same time
 * are counted together, and the earliest comes first.
 */
export function busyOfDays(blocks: readonly BusyBlock[], days: readonly ResourceDay[]): BusyInterval[][] {
  const byResource = Map.groupBy(blocks, ({ resourceId }) => resourceId)
  return days.map(({ resourceId, date }) => {
    const from = startOfUtcDate(date)
    return busyWithin(byResource.get(resourceId) ?? [], from, from + MINUTES_PER_DAY)
  })
}

/** What blocks of one resource take between two minutes. */
export function busyWithin(blocks: readonly BusyBlock[], from: number, until: number): BusyInterval[] {
  const counted = new Map<string, BusyInterval>()
  for (const { start, end, expiresAt } of blocks) {
    if (start >= until || end <= from) continue
    const cut = { start: Math.max(start, from), end: Math.min(end, until) }
    const key = `${cut.start} ${cut.end} ${expiresAt?.getTime() ?? ''}`
    const seats = (counted.get(key)?.seats ?? 0) + 1
    counted.set(key, { ...cut, seats, ...(expiresAt && { expiresAtMs: expiresAt.getTime() }) })
  }
  return [...counted.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}
