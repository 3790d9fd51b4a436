import { type BusyOf, busyRange, type LocalDate, ofDay, type SiteDay, type TimesOfDay } from '../availability/index.js'
import { type BusyInterval, mergeIntervals } from '../engine/index.js'
import type { BusyQuestion } from '../store/read-busy.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { LONGEST_BLOCK_MINUTES } from './assign-seats.js'
import type { ResolvedQuestion } from './question.js'

/** What is taken of each resource, the earliest first; in minutes since the epoch. */
export type TakenTime = ReadonlyMap<string, readonly BusyInterval[]>

/** What blocks take, in whichever order they were read. */
export const takenOf = (blocks: readonly { resourceId: string; start: number; end: number }[]): TakenTime =>
  Map.groupBy(
    blocks.map((block) => ({ ...block, seats: 1 })).sort((a, b) => a.start - b.start),
    ({ resourceId }) => resourceId,
  )

const longestGap = ({ items }: ResolvedQuestion): number =>
  Math.max(...items.map(({ service }) => service.gapAfterMinutes))

/**
 * The time of which has to be known what is busy, to search for visits that start on these days: for visits over several
 * days also that of the later ones.
 */
export const busyQuestionOf = (
  site: SiteSnapshot,
  question: ResolvedQuestion,
  { first, last }: { first: LocalDate; last: LocalDate },
): BusyQuestion => ({
  siteId: site.id,
  resourceIds: question.resources.map(({ id }) => id),
  except: question.moving === undefined ? [] : [question.moving],
  ...busyRange(question.resources, site, { first, last, offsets: question.offsets }, longestGap(question)),
})

/**
 * Days to search on: who works when, and what is taken.
 *
 * @param taken all of `busyQuestionOf` the days that will be asked for
 * @param times where a visit may start only at some of a day's times
 * @returns a day with all that a visit starting on it may use, made when it is asked for
 */
export function daysOf(
  site: SiteSnapshot,
  question: ResolvedQuestion,
  taken: TakenTime,
  now: Date,
  times?: TimesOfDay,
): (date: LocalDate) => SiteDay {
  const { offsets, resources } = question
  const gap = longestGap(question)
  const busyOf: BusyOf = ({ id, openings, bufferMinutes }) => {
    const own = taken.get(id)
    return own
      ? busyIn(
          own,
          openings.map(({ start, end }) => ({ start, end: end + gap + bufferMinutes })),
        )
      : []
  }
  return (date) => ofDay(resources, busyOf, { date, offsets, site, now }, times)
}

/** What touches any of the stretches, each once; of what is taken in the order of their starts. */
function busyIn(taken: readonly BusyInterval[], stretches: readonly { start: number; end: number }[]): BusyInterval[] {
  const found: BusyInterval[] = []
  let next = 0
  for (const { start: from, end: until } of mergeIntervals(stretches)) {
    next = Math.max(next, firstAfter(taken, from - LONGEST_BLOCK_MINUTES))
    for (; next < taken.length; next += 1) {
      const { start, end, seats } = taken[next] as BusyInterval
      if (start >= until) break
      if (end > from) found.push({ start, end, seats })
    }
  }
  return found
}

/** The place of the first that starts after a minute. */
function firstAfter(taken: readonly BusyInterval[], minute: number): number {
  let low = 0
  let high = taken.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((taken[middle]?.start ?? 0) <= minute) low = middle + 1
    else high = middle
  }
  return low
}
