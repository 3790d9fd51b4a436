import {
  datesOfMonth,
  type LocalDate,
  localDateOf,
  minuteAfter,
  minuteOf,
  type TimesOfDay,
} from '../availability/index.js'
import type { Reason } from '../engine/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { busyQuestionOf, daysOf } from './days.js'
import { endOfMinute, noticeOf } from './notice-removes-at.js'
import { prepareQuestion } from './prepare-question.js'
import type { VisitQuestion } from './question.js'
import { resolveQuestion } from './resolve-question.js'
import { takeTurns } from './take-turns.js'
import type { TimesQuestion } from './times-question.js'

/** A day of a calendar: whether a visit can start on it, and why not. */
export interface MonthDay {
  date: LocalDate
  state: 'available' | 'past' | Reason
}

/** The days of one month. */
export interface AskedMonth {
  question: VisitQuestion
  /** `2027-03`, of the site's calendar. */
  month: string
  /** Where a visit may start only at some of a day's times. */
  times?: TimesOfDay | undefined
}

/**
 * The days of a month on which a visit can start.
 *
 * @throws Problem `not-found`, `validation-failed`
 */
export function monthQuestion(
  site: SiteSnapshot,
  { question, month, times }: AskedMonth,
  now: Date,
): TimesQuestion<MonthDay[]> {
  const resolved = resolveQuestion(site, question)
  const { timeZone } = site
  const today = localDateOf(minuteOf(now), timeZone)
  const dates = datesOfMonth(month)
  const first = dates.find((date) => date >= today)
  const last = dates.at(-1)
  if (first === undefined || last === undefined) {
    return { busy: undefined, find: () => ({ answer: dates.map((date) => ({ date, state: 'past' })) }) }
  }

  const longestNotice = Math.max(0, ...resolved.resources.map((resource) => noticeOf(site, resource)))
  const lastInReach = localDateOf(minuteAfter(now) + longestNotice, timeZone)
  return {
    busy: busyQuestionOf(site, resolved, { first, last }),
    find: async (taken) => {
      const dayOf = daysOf(site, resolved, taken, now, times)
      const prepared = prepareQuestion(site, resolved, first)
      const pause = takeTurns()
      const days: MonthDay[] = []
      for (const date of dates) {
        // First whether there is any start, which stops at the first; why not only where there is none.
        const state = date < today ? 'past' : (prepared.whyNoStart(dayOf(date)) ?? 'available')
        days.push({ date, state })
        await pause()
      }
      // Which of its starts is the last nobody has looked at: it may be the one that the next minute takes away.
      const isInReach = days.some(({ date, state }) => state === 'available' && date <= lastInReach)
      return { answer: days, noticeAt: isInReach ? endOfMinute(now) : undefined }
    },
  }
}
