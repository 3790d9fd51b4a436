import { datesOfMonth, type LocalDate, localDateOf, minuteOf, type TimesOfDay } from '../availability/index.js'
import type { Reason } from '../engine/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import { prepareQuestion } from './prepare-question.js'
import type { VisitQuestion } from './question.js'
import { readDays } from './read-days.js'
import { resolveQuestion } from './resolve-question.js'

/** A day of a calendar: whether a visit can start on it, and why not. */
export interface MonthDay {
  date: LocalDate
  state: 'available' | 'past' | Reason
}

/**
 * The days of a month on which a visit can start.
 *
 * @param month `2027-03`, of the site's calendar
 * @param times where a visit may start only at some of a day's times
 * @throws Problem `not-found`, `validation-failed`
 */
export async function findMonth(
  deps: Pick<BookingDeps, 'database' | 'clock'>,
  site: SiteSnapshot,
  { question, month, times }: { question: VisitQuestion; month: string; times?: TimesOfDay | undefined },
): Promise<MonthDay[]> {
  const resolved = resolveQuestion(site, question)
  const now = deps.clock.now()
  const today = localDateOf(minuteOf(now), site.timeZone)
  const dates = datesOfMonth(month)
  const first = dates.find((date) => date >= today)
  const last = dates.at(-1)
  if (first === undefined || last === undefined) return dates.map((date) => ({ date, state: 'past' }))

  const dayOf = await readDays(deps, site, resolved, { first, last, times }, now)
  const prepared = prepareQuestion(site, resolved, first)
  return dates.map((date): MonthDay => {
    if (date < today) return { date, state: 'past' }
    // First whether there is any start, which stops at the first; why not only where there is none.
    return { date, state: prepared.whyNoStart(dayOf(date)) ?? 'available' }
  })
}
