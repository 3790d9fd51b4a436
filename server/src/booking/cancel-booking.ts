import { Problem } from '../problems.js'
import { deleteBlocks } from '../store/delete-blocks.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { updateState } from '../store/update-booking.js'
import type { BookedVisitDetails } from './booked-visit.js'
import { cancelUntil, requireState } from './booking-actions.js'
import { type ChangeRequest, changeBooking } from './change-booking.js'
import type { BookingDeps } from './deps.js'

/**
 * Cancels a booking and frees its time. The house is not bound by the notice period.
 *
 * @throws Problem `not-found`, `invalid-transition` where it is over or cancelled already, `too-late` within the notice
 *   period, `idempotency-key-reused`, `request-in-progress`, `unavailable`
 */
export function cancelBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  request: ChangeRequest,
): Promise<BookedVisitDetails> {
  const now = deps.clock.now()
  const { isHouse } = request.asker
  return changeBooking(deps, site, request, {
    operation: 'cancelBooking',
    check: (booking) => {
      requireState('cancel', booking, isHouse)
      if (!isHouse && cancelUntil(site, booking, now) === null) {
        throw new Problem('too-late', 'It is too late to cancel this booking here: call or write to the site.')
      }
    },
    apply: (tx, booking) => ({
      after: { ...booking, state: 'cancelled', proposal: null, cancelledAt: now },
      writes: Promise.all([
        deleteBlocks(tx, site.id, [booking.id]),
        updateState(tx, { siteId: site.id, id: booking.id, now }, 'cancelled'),
      ]),
      event: 'cancelled',
      frees: booking.blocks,
    }),
  })
}
