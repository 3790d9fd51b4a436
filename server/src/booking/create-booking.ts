import { minuteOf } from '../availability/index.js'
import { validationFailed } from '../problems.js'
import { failureKind } from '../store/failure-kind.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { type BookedAnswer, bookVisit, FIRST_GENERATION } from './book-visit.js'
import { type ContactDetails, checkContact } from './check-contact.js'
import { checkShown, type ShownItem } from './check-shown.js'
import { checkStart } from './check-start.js'
import type { BookingDeps } from './deps.js'
import { findAlternatives } from './find-alternatives.js'
import { manageToken } from './manage-token.js'
import type { ResolvedQuestion, VisitQuestion } from './question.js'
import { resolveQuestion } from './resolve-question.js'
import { earlierAnswer, namedRequest, readEarlier, type Sender } from './same-answer.js'
import { SlotTaken } from './slot-taken.js'
import { tryAgain } from './try-again.js'

/** A visit that a client wants to book. */
export interface NewVisit extends ContactDetails {
  question: VisitQuestion
  start: Date
  /** The chain that the client saw, item by item. */
  shown?: readonly ShownItem[] | undefined
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
    question = checkVisit(site, visit, now)
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

/** Everything that can be said about a visit without looking at what is taken: all that is wrong in one list. */
function checkVisit(site: SiteSnapshot, visit: NewVisit, now: Date): ResolvedQuestion {
  const question = resolveQuestion(site, visit.question)
  const errors = [
    ...checkStart(site, question, visit.start, now),
    ...checkShown(question, visit.start, visit.shown),
    ...checkContact(site.contact, visit),
  ]
  if (errors.length > 0) throw validationFailed(errors)
  return question
}

const withToken = ({ tokenSecrets }: BookingDeps, site: SiteSnapshot, answer: BookedAnswer): CreatedVisit => {
  const subject = { siteId: site.id, bookingId: answer.id, generation: FIRST_GENERATION }
  return { ...answer, manageToken: manageToken(tokenSecrets, subject) }
}
