import type { SiteSnapshot } from '../store/site-snapshot.js'
import { updateProposal } from '../store/update-booking.js'
import type { BookedVisitDetails } from './booked-visit.js'
import { requireState } from './booking-actions.js'
import { type ChangeRequest, changeBooking, type FoundTime } from './change-booking.js'
import type { BookingDeps } from './deps.js'
import { type NewTime, wantedTime } from './new-time.js'

/**
 * Proposes another time, which is free at this moment, to the client of a booking; until it confirms, the booking keeps
 * the time it has, and the proposed one is kept for nobody.
 *
 * @throws SlotTaken with the nearest alternatives; Problem `not-found`, `validation-failed`, `invalid-transition` where
 *   it is neither pending nor confirmed, `idempotency-key-reused`, `request-in-progress`, `unavailable`
 */
export function proposeTime(
  deps: BookingDeps,
  site: SiteSnapshot,
  request: ChangeRequest,
  time: NewTime,
): Promise<BookedVisitDetails> {
  const now = deps.clock.now()
  return changeBooking(deps, site, request, {
    operation: 'proposeTime',
    body: time,
    wantedTime: (before) => wantedTime(site, before, time, now),
    check: (booking) => requireState('propose', booking, request.asker.isHouse),
    apply: (tx, booking, found) => {
      const { question, visit } = found as FoundTime
      const proposal = { question: question.asked, visit }
      return {
        after: { ...booking, state: 'reschedule_proposed', proposal },
        writes: updateProposal(tx, { siteId: site.id, id: booking.id, now }, proposal),
      }
    },
  })
}
