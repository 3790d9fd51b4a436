import { deleteBlocks } from '../store/delete-blocks.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { updateState } from '../store/update-booking.js'
import type { BookedVisitDetails } from './booked-visit.js'
import { requireBegun, requireState } from './booking-actions.js'
import { type ChangeRequest, changeBooking } from './change-booking.js'
import type { BookingDeps } from './deps.js'

/** How a confirmed visit ends: it took place, or nobody came. */
export type Ending = 'completed' | 'no_show'

const ACTIONS = { completed: 'complete', no_show: 'no-show' } as const
const OPERATIONS = { completed: 'completeBooking', no_show: 'markNoShow' } as const

/**
 * Says how a visit ended. It takes no time any more.
 *
 * @throws Problem `not-found`, `invalid-transition` where it is not confirmed or has not begun, `idempotency-key-reused`,
 *   `request-in-progress`, `unavailable`
 */
export function endBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  request: ChangeRequest,
  ending: Ending,
): Promise<BookedVisitDetails> {
  const now = deps.clock.now()
  return changeBooking(deps, site, request, {
    operation: OPERATIONS[ending],
    check: (booking) => {
      requireState(ACTIONS[ending], booking, request.asker.isHouse)
      requireBegun(booking, now)
    },
    apply: (tx, booking) => ({
      after: { ...booking, state: ending },
      writes: Promise.all([
        deleteBlocks(tx, site.id, [booking.id]),
        updateState(tx, { siteId: site.id, id: booking.id, now }, ending),
      ]),
      frees: booking.blocks,
    }),
  })
}
