import { insertBooking } from '../store/insert-booking.js'
import { insertChain } from '../store/insert-chain.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BlockTransaction } from '../store/touched-blocks.js'
import {
  type BookedAnswer,
  bookedAnswer,
  type ClientDetails,
  clientRows,
  isChanged,
  newBookingState,
  visitRow,
} from './booking-rows.js'
import type { ShownItem } from './check-shown.js'
import type { BookingDeps } from './deps.js'
import { lockDays } from './lock-visit.js'
import { finish } from './persist-chain.js'
import { placeVisit } from './place-visit.js'
import type { ResolvedQuestion } from './question.js'
import { earlierAnswer, keepWith, type NamedRequest, readEarlier } from './same-answer.js'

/** A visit to book, everything about it checked that can be checked without a lock. */
export interface VisitOrder extends ClientDetails {
  question: ResolvedQuestion
  /** In minutes since the epoch. */
  start: number
  shown: readonly ShownItem[] | undefined
  request: NamedRequest | undefined
  now: Date
}

/**
 * Books in one transaction: locks everybody who may have a part in the visit, and only then, in statements of their
 * own, reads what is busy, looks whether the visit is still possible, and writes it.
 *
 * @throws SlotTaken without alternatives; Problem `validation-failed` where the price is beyond measure,
 *   `idempotency-key-reused`, `request-in-progress`
 */
export async function bookVisit(
  deps: BookingDeps,
  tx: BlockTransaction,
  site: SiteSnapshot,
  order: VisitOrder,
): Promise<BookedAnswer> {
  const { question, start, shown, request, now } = order
  const [locked, stored] = await Promise.all([lockDays(deps, tx, site, question, start), readEarlier(tx, request, now)])
  const earlier = earlierAnswer(request, stored, tx)
  if (earlier) return earlier as BookedAnswer

  const placed = placeVisit(site, order, locked, now)
  const { appointments, visit } = placed
  const booking = {
    ...visitRow(site, question, placed, now),
    ...clientRows(order, now),
    state: newBookingState(site),
  }
  const answer = { ...bookedAnswer(site, booking, appointments, now), changed: isChanged(shown, visit.items) }
  const writes = Promise.all([insertBooking(tx, booking), insertChain(tx, site.id, booking.id, placed)])
  const written = keepWith(writes, tx, request, answer, now)
  await finish(deps, tx, written, { event: 'booked', siteId: site.id, booking: { ...booking, appointments } })
  return answer
}
