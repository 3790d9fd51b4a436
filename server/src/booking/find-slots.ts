import type { LocalDate, TimesOfDay } from '../availability/index.js'
import type { Reason } from '../engine/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import { prepareQuestion } from './prepare-question.js'
import type { VisitQuestion } from './question.js'
import { readDays } from './read-days.js'
import { resolveQuestion } from './resolve-question.js'
import { type VisitStart, visitStartOf } from './visit.js'

/** Which starts of a day are shown, and how much of them. */
export interface ShownStarts {
  /** Only those at some of the day's times. */
  times?: TimesOfDay | undefined
  /** At most so many, the earliest ones. */
  limit?: number | undefined
  /** At most so many other ways to say who does what, for each. */
  alternativesPerStart?: number | undefined
}

/** Every time of a day, in order; the reason only where there is none. */
export interface DayStarts {
  starts: VisitStart[]
  reason?: Reason
}

/**
 * Every time of a day at which a visit can start, each with the best way to do it.
 *
 * @throws Problem `not-found`, `validation-failed`
 */
export async function findSlots(
  deps: Pick<BookingDeps, 'database' | 'clock'>,
  site: SiteSnapshot,
  { question, date, times, limit, alternativesPerStart }: { question: VisitQuestion; date: LocalDate } & ShownStarts,
): Promise<DayStarts> {
  const resolved = resolveQuestion(site, question)
  const dayOf = await readDays(deps, site, resolved, { first: date, last: date, times }, deps.clock.now())
  const { starts, reason } = prepareQuestion(site, resolved, date, alternativesPerStart).findChains(dayOf(date))
  return {
    starts: starts.slice(0, limit).map((start) => visitStartOf(resolved, start)),
    ...(reason && { reason }),
  }
}
