import { Problem } from '../problems.js'
import type { Sql } from '../store/database.js'
import { deleteBlocks } from '../store/delete-blocks.js'
import { limitLockWaits } from '../store/limit-lock-waits.js'
import { lockBooking } from '../store/lock-booking.js'
import { markCancelled } from '../store/mark-cancelled.js'
import { readBooking } from '../store/read-booking.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { type BookedVisitDetails, cancelUntil, detailsOf } from './booked-visit.js'
import type { BookingDeps } from './deps.js'
import { type BookingToken, isOpenedBy, noSuchBooking } from './read-booking.js'
import { earlierAnswer, keepAnswer, namedRequest, readEarlier, type Sender } from './same-answer.js'
import { tryAgain } from './try-again.js'

/**
 * Cancels a booking and frees its time. Of several at once one succeeds; with the same key all get its answer.
 *
 * @throws Problem `not-found`, `invalid-transition` where it is not confirmed, `too-late` within the notice period,
 *   `idempotency-key-reused`, `unavailable`
 */
export async function cancelBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  { bookingId, manageToken }: BookingToken,
  sender: Sender,
): Promise<BookedVisitDetails> {
  const now = deps.clock.now()
  const request = namedRequest(site.id, 'cancelBooking', sender, { bookingId: bookingId.toLowerCase() })
  const cancel = async (tx: Sql): Promise<BookedVisitDetails> => {
    const [, , booking, stored] = await Promise.all([
      limitLockWaits(tx),
      lockBooking(tx, site.id, bookingId),
      readBooking(tx, site.id, bookingId),
      readEarlier(tx, request, now),
    ])
    if (!isOpenedBy(deps, site, booking, manageToken)) throw noSuchBooking()
    const earlier = earlierAnswer(request, stored)
    if (earlier) return earlier as BookedVisitDetails
    if (booking.state !== 'confirmed') throw new Problem('invalid-transition', 'The booking is cancelled already.')
    if (cancelUntil(site, booking.start, now) === null) {
      throw new Problem('too-late', 'It is too late to cancel this booking here: call or write to the site.')
    }
    const answer = detailsOf(site, { ...booking, state: 'cancelled', cancelledAt: now }, now)
    await Promise.all([
      deleteBlocks(tx, site.id, bookingId),
      markCancelled(tx, site.id, bookingId, now),
      keepAnswer(tx, request, answer, now),
    ])
    return answer
  }
  return tryAgain(() => deps.database.transaction(cancel))
}
