import { busyRange, type LocalDate, ofDay } from '../availability/index.js'
import type { BusyInterval, ResourceAvailability, SearchDay } from '../engine/index.js'
import type { SeatBlock } from '../store/read-busy.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { LONGEST_BLOCK_MINUTES } from './assign-seats.js'
import type { ResolvedQuestion } from './question.js'

const longestGap = ({ items }: ResolvedQuestion): number =>
  Math.max(...items.map(({ service }) => service.gapAfterMinutes))

/** The time of which has to be known what is busy, to search on these days. */
export const busyRangeOf = (
  site: SiteSnapshot,
  question: ResolvedQuestion,
  days: { first: LocalDate; last: LocalDate },
): { startAt: Date; endAt: Date } => busyRange(question.resources, site, days, longestGap(question))

/**
 * Days to search on: who works when, and what is taken.
 *
 * @param blocks all of `busyRangeOf` the days that will be asked for
 * @returns a day, made when it is asked for
 */
export function daysOf(
  site: SiteSnapshot,
  question: ResolvedQuestion,
  blocks: readonly SeatBlock[],
  now: Date,
): (date: LocalDate) => SearchDay {
  const byResource = Map.groupBy(
    blocks.toSorted((a, b) => a.start - b.start),
    ({ resourceId }) => resourceId,
  )
  const gap = longestGap(question)
  return (date) => {
    const day = ofDay(question.resources, () => [], { date, site, now })
    const resources = new Map<string, ResourceAvailability>()
    for (const [id, resource] of day.resources) {
      const from = Math.min(...resource.openings.map(({ start }) => start))
      const until = Math.max(...resource.openings.map(({ end }) => end)) + gap + resource.bufferMinutes
      resources.set(id, { ...resource, busy: within(byResource.get(id) ?? [], from, until) })
    }
    return { ...day, resources }
  }
}

/** Those that touch `[from, until)`, of blocks in the order of their starts. */
function within(blocks: readonly SeatBlock[], from: number, until: number): BusyInterval[] {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? 0) <= from - LONGEST_BLOCK_MINUTES) low = middle + 1
    else high = middle
  }
  const found: BusyInterval[] = []
  for (let index = low; index < blocks.length; index += 1) {
    const { start, end } = blocks[index] as SeatBlock
    if (start >= until) break
    if (end > from) found.push({ start, end, seats: 1 })
  }
  return found
}
