import { addDays, dayOf, localDateOf, minuteOf } from '../availability/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import { prepareQuestion } from './prepare-question.js'
import type { VisitQuestion } from './question.js'
import { readDays } from './read-days.js'
import { resolveQuestion } from './resolve-question.js'
import { takeTurns } from './take-turns.js'
import { type Visit, visitOf } from './visit.js'

const MOST = 5
/** Before and after. */
const DAYS_AROUND = 14

/**
 * The starts nearest to one that is gone, the nearest first, before or after it: of its day, and where others may be
 * nearer also of the days around it.
 *
 * @param start in minutes since the epoch
 */
export async function findAlternatives(
  deps: Pick<BookingDeps, 'database' | 'clock'>,
  site: SiteSnapshot,
  question: VisitQuestion,
  start: number,
): Promise<Visit[]> {
  const resolved = resolveQuestion(site, question)
  const now = deps.clock.now()
  const today = localDateOf(minuteOf(now), site.timeZone)
  const date = localDateOf(start, site.timeZone)
  const prepared = prepareQuestion(site, resolved, date)
  const around = (away: number) => ({ first: addDays(date, -away), last: addDays(date, away) })

  const distance = (visit: Visit) => Math.abs(visit.start - start)
  const nearest: Visit[] = []
  const pause = takeTurns()
  // Mostly the day itself is enough.
  let dayOn = await readDays(deps, site, resolved, around(0), now)
  for (let away = 0; away <= DAYS_AROUND; away++) {
    if (away === 1) dayOn = await readDays(deps, site, resolved, around(DAYS_AROUND), now)
    const { first, last } = around(away)
    for (const each of new Set([first, last])) {
      if (each < today) continue
      const { starts } = prepared.findChains(dayOn(each))
      nearest.push(...starts.map(({ best }) => visitOf(resolved, best)))
      await pause()
    }
    nearest.sort((a, b) => distance(a) - distance(b) || a.start - b.start).splice(MOST)
    // What lies on other days is further away than the bounds of these.
    const known = Math.min(start - dayOf(first, site).from, dayOf(last, site).until - start)
    if (nearest.length === MOST && nearest.every((visit) => distance(visit) <= known)) break
  }
  return nearest
}
