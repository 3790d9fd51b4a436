import { Problem } from '../problems.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookedVisitDetails } from './booked-visit.js'
import { moveUntil, requireState } from './booking-actions.js'
import { newBookingState } from './booking-rows.js'
import { type ChangeRequest, changeBooking, type FoundTime } from './change-booking.js'
import type { BookingDeps } from './deps.js'
import { moveBooking } from './move-booking.js'
import { type NewTime, wantedTime } from './new-time.js'

/**
 * Moves a booking to another time; whatever fails, it keeps the one it has. The house is not bound by the notice period.
 * It keeps its state, but a client that chooses a time of its own instead of the proposed one books anew.
 *
 * @throws SlotTaken with the nearest alternatives; Problem `not-found`, `validation-failed`, `invalid-transition`,
 *   `too-late`, `idempotency-key-reused`, `request-in-progress`, `unavailable`
 */
export function rescheduleBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  request: ChangeRequest,
  time: NewTime,
): Promise<BookedVisitDetails> {
  const now = deps.clock.now()
  const { isHouse } = request.asker
  return changeBooking(deps, site, request, {
    operation: 'rescheduleBooking',
    body: time,
    wantedTime: (before) => wantedTime(site, before, time, now),
    check: (booking) => {
      requireState('reschedule', booking, isHouse)
      if (!isHouse && moveUntil(site, booking, now) === null) {
        throw new Problem('too-late', 'It is too late to move this booking here: call or write to the site.')
      }
    },
    apply: (tx, booking, found) => {
      const chosen = isHouse ? 'confirmed' : newBookingState(site)
      const state = booking.state === 'reschedule_proposed' ? chosen : booking.state
      return moveBooking(tx, booking, found as FoundTime, { siteId: site.id, state, now })
    },
  })
}
