import { minuteOf } from '../availability/index.js'
import { validationFailed } from '../problems.js'
import { failureKind } from '../store/failure-kind.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { type BookedAnswer, bookVisit } from './book-visit.js'
import { FIRST_GENERATION } from './booking-rows.js'
import { type AskedVisit, checkVisit } from './check-visit.js'
import type { BookingDeps } from './deps.js'
import { findAlternatives } from './find-alternatives.js'
import { manageToken } from './manage-token.js'
import type { ResolvedQuestion } from './question.js'
import { earlierAnswer, namedRequest, readEarlier, type Sender } from './same-answer.js'
import { SlotTaken } from './slot-taken.js'
import { tryAgain } from './try-again.js'

/** A visit that a client wants to book. */
export interface NewVisit extends AskedVisit {
  /** Fields of the host's own. */
  metadata: Readonly<Record<string, unknown>>
}

/** A booking that was just made. */
export interface CreatedVisit extends BookedAnswer {
  /** Opens this booking, to view and to cancel it. */
  manageToken: string
}

/**
 * Books a visit: the chain that the client saw, or, where somebody of it is taken and was not asked for by name, the
 * best one at the same start. A request with a key gets the same answer when it is sent again.
 *
 * @throws SlotTaken with the nearest alternatives; Problem `not-found`, `validation-failed`, `idempotency-key-reused`,
 *   `request-in-progress`, `unavailable`
 */
export async function createBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  visit: NewVisit,
  sender: Sender,
): Promise<CreatedVisit> {
  const now = deps.clock.now()
  const request = namedRequest(site.id, 'createBooking', sender, visit)
  let question: ResolvedQuestion
  try {
    const checked = checkVisit(site, visit, now)
    if (checked.errors.length > 0) throw validationFailed(checked.errors)
    question = checked.question
  } catch (refusal) {
    // What was answered once is answered again, also when its start has come too near meanwhile.
    const earlier = earlierAnswer(request, await readEarlier(deps.database.sql, request, now))
    if (earlier) return withToken(deps, site, earlier as BookedAnswer)
    throw refusal
  }
  try {
    const order = { ...visit, question, shown: visit.shown, request, now }
    return withToken(deps, site, await tryAgain(() => deps.database.transaction((tx) => bookVisit(tx, site, order))))
  } catch (error) {
    const isTaken = error instanceof SlotTaken
    if (!isTaken && failureKind(error) !== 'overlap') throw error
    const alternatives = await findAlternatives(deps, site, visit.question, minuteOf(visit.start))
    throw new SlotTaken(isTaken ? error.reason : 'fully-booked', alternatives)
  }
}

const withToken = ({ tokenSecrets }: BookingDeps, site: SiteSnapshot, answer: BookedAnswer): CreatedVisit => {
  const subject = { siteId: site.id, bookingId: answer.id, generation: FIRST_GENERATION }
  return { ...answer, manageToken: manageToken(tokenSecrets, subject) }
}
