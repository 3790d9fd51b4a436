import { minuteOf } from '../availability/index.js'
import { validationFailed } from '../problems.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { bookVisit } from './book-visit.js'
import { type BookedAnswer, type ClientDetails, FIRST_GENERATION } from './booking-rows.js'
import { type AskedVisit, checkVisit } from './check-visit.js'
import type { BookingDeps } from './deps.js'
import { manageToken } from './manage-token.js'
import { afterRefusal, namedRequest, type Sender } from './same-answer.js'
import { withAlternatives } from './with-alternatives.js'
import { writeBlocks } from './write-blocks.js'

/** A visit that a client wants to book. */
export interface NewVisit extends AskedVisit, ClientDetails {}

/** A booking that was just made. */
export interface CreatedVisit extends BookedAnswer {
  /** Opens this booking, to view, move and cancel it. */
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
  const start = minuteOf(visit.start)
  const book = async (): Promise<BookedAnswer> => {
    const { question, errors } = checkVisit(site, visit, now)
    if (errors.length > 0) throw validationFailed(errors)
    const order = { ...visit, question, start, shown: visit.shown, request, now }
    return withAlternatives(deps, site, { question, start }, () =>
      writeBlocks(deps, site.id, (tx) => bookVisit(deps, tx, site, order)),
    )
  }
  return withToken(deps, site, await afterRefusal(deps, request, now, book))
}

/** The token is not kept with the answer: it is made anew each time it is given. */
export const withToken = ({ tokenSecrets }: BookingDeps, site: SiteSnapshot, answer: BookedAnswer): CreatedVisit => {
  const subject = { siteId: site.id, bookingId: answer.id, generation: FIRST_GENERATION }
  return { ...answer, manageToken: manageToken(tokenSecrets, subject) }
}
