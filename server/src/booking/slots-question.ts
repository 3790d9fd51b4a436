import type { LocalDate, TimesOfDay } from '../availability/index.js'
import type { EngineResult, Reason } from '../engine/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { busyQuestionOf, daysOf } from './days.js'
import { noticeRemovesAt } from './notice-removes-at.js'
import { prepareQuestion } from './prepare-question.js'
import type { ResolvedQuestion, VisitQuestion } from './question.js'
import { resolveQuestion } from './resolve-question.js'
import type { TimesQuestion } from './times-question.js'
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

/** The starts of one day. */
export interface AskedDay extends ShownStarts {
  question: VisitQuestion
  /** Of the site's calendar. */
  date: LocalDate
}

/**
 * Every time of a day at which a visit can start, each with the best way to do it.
 *
 * @throws Problem `not-found`, `validation-failed`
 */
export function slotsQuestion(
  site: SiteSnapshot,
  { question, date, times, limit, alternativesPerStart }: AskedDay,
  now: Date,
): TimesQuestion<DayStarts> {
  const resolved = resolveQuestion(site, question)
  return {
    busy: busyQuestionOf(site, resolved, { first: date, last: date }),
    find: (taken) => {
      const day = daysOf(site, resolved, taken, now, times)(date)
      const found = prepareQuestion(site, resolved, date, alternativesPerStart).findChains(day)
      return shownOf(site, resolved, found, limit)
    },
  }
}

/** Of what was found as much as is shown, and when notice will remove some of that. */
export function shownOf(
  site: SiteSnapshot,
  resolved: ResolvedQuestion,
  { starts, reason }: EngineResult,
  limit: number | undefined,
): { answer: DayStarts; noticeAt: Date | undefined } {
  const shown = starts.slice(0, limit)
  return {
    answer: { starts: shown.map((start) => visitStartOf(resolved, start)), ...(reason && { reason }) },
    noticeAt: noticeRemovesAt(site, resolved, shown),
  }
}
