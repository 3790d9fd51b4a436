import { failureKind } from '../store/failure-kind.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import { findAlternatives } from './find-alternatives.js'
import type { ResolvedQuestion } from './question.js'
import { SlotTaken } from './slot-taken.js'

/**
 * Does something that needs a visit to be possible; where it is not, the nearest starts at which it is are told. What the
 * constraint of the database refuses is taken as well.
 *
 * @param start in minutes since the epoch
 * @throws SlotTaken with alternatives, and whatever else `work` throws
 */
export async function withAlternatives<Result>(
  deps: Pick<BookingDeps, 'database' | 'clock' | 'counters'>,
  site: SiteSnapshot,
  { question, start }: { question: ResolvedQuestion; start: number },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const isTaken = error instanceof SlotTaken
    if (!isTaken && failureKind(error) !== 'overlap') throw error
    deps.counters?.refused(isTaken ? 're-check' : 'constraint')
    const { asked, partySize, moving } = question
    const alternatives = await findAlternatives(deps, site, { ...asked, partySize, moving }, start)
    throw new SlotTaken(isTaken ? error.reason : 'fully-booked', alternatives)
  }
}
