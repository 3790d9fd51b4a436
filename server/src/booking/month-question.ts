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
import { endOfDay } from './end-of-day.js'
import { endOfMinute, noticeOf } from './notice-removes-at.js'
import { prepareQuestion } from './prepare-question.js'
import type { VisitQuestion } from './question.js'
import { resolveQuestion } from './resolve-question.js'
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

/** So far ahead is looked whether a day will still have a start, so that its state need not be asked for every minute. */
const LOOK_AHEAD_MINUTES = 60

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

  const later = new Date(Math.min(now.getTime() + LOOK_AHEAD_MINUTES * 60_000, endOfDay(site, now).getTime() - 1))
  const longestNotice = Math.max(...resolved.resources.map((resource) => noticeOf(site, resource)))
  const lastInReach = localDateOf(minuteAfter(later) + longestNotice, timeZone)
  return {
    busy: busyQuestionOf(site, resolved, { first, last }),
    find: (taken) => {
      const dayOf = daysOf(site, resolved, taken, now, times)
      const laterOf = daysOf(site, resolved, taken, later, times)
      const prepared = prepareQuestion(site, resolved, first)
      const days = dates.map((date): MonthDay => {
        if (date < today) return { date, state: 'past' }
        // First whether there is any start, which stops at the first; why not only where there is none.
        return { date, state: prepared.whyNoStart(dayOf(date)) ?? 'available' }
      })
      // Notice only removes starts: a day that has one later has one until then.
      const isInReach = ({ date, state }: MonthDay) => state === 'available' && date <= lastInReach
      const staysSo = days.filter(isInReach).every(({ date }) => prepared.hasStart(laterOf(date)))
      return { answer: days, noticeAt: staysSo ? later : endOfMinute(now) }
    },
  }
}
