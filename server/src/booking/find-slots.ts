import type { SiteSnapshot } from '../store/site-snapshot.js'
import { answerTimes } from './answer-times.js'
import type { BookingDeps } from './deps.js'
import { type AskedDay, type DayStarts, slotsQuestion } from './slots-question.js'

/**
 * Every time of a day at which a visit can start at this moment, each with the best way to do it.
 *
 * @throws Problem `not-found`, `validation-failed`
 */
export async function findSlots(
  deps: Pick<BookingDeps, 'database' | 'clock' | 'cache'>,
  site: SiteSnapshot,
  asked: AskedDay,
): Promise<DayStarts> {
  const now = deps.clock.now()
  return (await answerTimes(deps, site, slotsQuestion(site, asked, now), now)).answer
}
