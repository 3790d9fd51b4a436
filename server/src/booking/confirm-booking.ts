import { dateOfMinute } from '../availability/index.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { updateState } from '../store/update-booking.js'
import type { BookingRow } from '../store/visit-rows.js'
import type { BookedVisitDetails } from './booked-visit.js'
import { requireState } from './booking-actions.js'
import { type Change, type ChangeRequest, changeBooking, type FoundTime, type WantedTime } from './change-booking.js'
import { checkShown } from './check-shown.js'
import type { BookingDeps } from './deps.js'
import { moveBooking } from './move-booking.js'
import { lookUpQuestion } from './resolve-question.js'
import { SlotTaken } from './slot-taken.js'

/**
 * Confirms. The client: the time that the house proposes, which is a move to it. The house: a pending booking, or the old
 * time of one for which it had proposed another.
 *
 * @throws SlotTaken where the proposed time is taken meanwhile, with the nearest alternatives; Problem `not-found`,
 *   `invalid-transition` where there is nothing to confirm, `idempotency-key-reused`, `request-in-progress`,
 *   `unavailable`
 */
export function confirmBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  request: ChangeRequest,
): Promise<BookedVisitDetails> {
  const now = deps.clock.now()
  const { isHouse } = request.asker
  const byHouse: Pick<Change, 'apply'> = {
    apply: (tx, booking) => ({
      after: { ...booking, state: 'confirmed', proposal: null },
      writes: updateState(tx, { siteId: site.id, id: booking.id, now }, 'confirmed'),
    }),
  }
  const byClient: Pick<Change, 'apply' | 'wantedTime'> = {
    wantedTime: (before) => proposedTime(site, before, now),
    apply: (tx, booking, found) =>
      moveBooking(tx, booking, found as FoundTime, { siteId: site.id, state: 'confirmed', now }),
  }
  return changeBooking(deps, site, request, {
    operation: 'confirmBooking',
    check: (booking) => requireState('confirm', booking, isHouse),
    ...(isHouse ? byHouse : byClient),
  })
}

function proposedTime(site: SiteSnapshot, booking: BookingRow, now: Date): WantedTime | undefined {
  if (booking.proposal === null) return undefined
  const { question: asked, visit } = booking.proposal
  const { question, errors } = lookUpQuestion(site, { ...asked, partySize: booking.partySize, moving: booking.id })
  const start = dateOfMinute(visit.start)
  // What the site no longer offers so, and what has passed, is gone like a time that somebody took.
  if (errors.length > 0) throw new SlotTaken('no-resource')
  if (start < now) throw new SlotTaken('notice')
  const shown = visit.items.map((item) => ({ resourceId: item.resourceId, start: dateOfMinute(item.start) }))
  const isStillPossible = checkShown(question, start, shown).length === 0
  return { question, start: visit.start, shown: isStillPossible ? shown : undefined }
}
