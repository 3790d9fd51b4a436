import { readBooking } from '../store/read-booking.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BlockSql, BlockTransaction } from '../store/touched-blocks.js'
import type { BookingRow } from '../store/visit-rows.js'
import { type BookedVisitDetails, detailsOf } from './booked-visit.js'
import { changedMeanwhile } from './booking-actions.js'
import type { ShownItem } from './check-shown.js'
import type { BookingDeps } from './deps.js'
import { type LockedDays, lockDays, lockVisit } from './lock-visit.js'
import { type Asker, isOpenedBy, noSuchBooking } from './open-booking.js'
import { type ChainEvent, finish } from './persist-chain.js'
import { type PlacedVisit, placeVisit } from './place-visit.js'
import type { ResolvedQuestion } from './question.js'
import { answerAgain, earlierAnswer, keepWith, namedRequest, readEarlier, type Sender } from './same-answer.js'
import { withAlternatives } from './with-alternatives.js'
import { writeBlocks } from './write-blocks.js'

/** Which booking is to change, and who wants it. */
export interface ChangeRequest {
  bookingId: string
  asker: Asker
  sender: Sender
}

/** A time that must be free for the change. */
export interface WantedTime {
  /** Its `moving` is the booking. */
  question: ResolvedQuestion
  /** In minutes since the epoch. */
  start: number
  shown: readonly ShownItem[] | undefined
}

/** What becomes of a booking. */
export interface Changed {
  after: BookingRow
  /** Sent already. */
  writes: Promise<unknown>
  /** What the host is told, if anything. */
  event?: ChainEvent['event']
  /** What it took and takes no more. */
  frees?: BookingRow['blocks']
}

/** One kind of change. */
export interface Change {
  /** The operation of the API: names the request together with its key. */
  operation: string
  /** What the request says besides the booking. */
  body?: object
  /** The time that must be free, for changes that need one. @throws Problem, SlotTaken */
  wantedTime?(before: BookingRow): WantedTime | undefined
  /** Whether the booking may change so. @throws Problem `invalid-transition`, `too-late` */
  check(booking: BookingRow): void
  /** Writes it. `found` is what there is at the time that `wantedTime` named, where it did. */
  apply(tx: BlockSql, booking: BookingRow, found: FoundTime | undefined): Changed
}

/** The time that was wanted, and the chain that is possible at it. */
export interface FoundTime extends PlacedVisit {
  question: ResolvedQuestion
}

/**
 * Changes a booking in one transaction, under its lock and those of all that it takes and will take. Of several changes
 * at once one wins: the others find that the booking is not what they had read, even where it would allow them. With
 * the same key all get the first one's answer.
 *
 * @throws SlotTaken with alternatives; Problem `not-found`, `invalid-transition`, `idempotency-key-reused`,
 *   `request-in-progress`, `unavailable`, and what the change itself throws
 */
export async function changeBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  { bookingId, asker, sender }: ChangeRequest,
  change: Change,
): Promise<BookedVisitDetails> {
  const { database, clock } = deps
  const now = clock.now()
  const request = namedRequest(site.id, change.operation, sender, {
    bookingId: bookingId.toLowerCase(),
    ...change.body,
  })
  const [before, known] = await Promise.all([
    readBooking(database.sql, site.id, bookingId),
    readEarlier(database.sql, request, now),
  ])
  if (!isOpenedBy(deps, site, before, asker)) throw noSuchBooking()
  const again = await answerAgain(deps, request, known)
  if (again) return again as BookedVisitDetails
  const wanted = change.wantedTime?.(before)

  const attempt = async (tx: BlockTransaction): Promise<BookedVisitDetails> => {
    const [locked, booking, stored] = await Promise.all([
      wanted ? lockDays(deps, tx, site, wanted.question, wanted.start) : lockVisit(deps, tx, site.id, bookingId),
      readBooking(tx, site.id, bookingId),
      readEarlier(tx, request, now),
    ])
    if (!isOpenedBy(deps, site, booking, asker)) throw noSuchBooking()
    const earlier = earlierAnswer(request, stored, tx)
    if (earlier) return earlier as BookedVisitDetails
    change.check(booking)
    if (booking.revision !== before.revision) throw changedMeanwhile()

    const found = wanted && {
      ...placeVisit(site, wanted, locked as LockedDays, now),
      question: wanted.question,
    }
    const { after, writes, event, frees = [] } = change.apply(tx, booking, found)
    tx.touched.push(...frees)
    const answer = detailsOf(site, after, asker, now)
    const written = keepWith(writes, tx, request, answer, now)
    const previous = event === 'moved' ? booking.appointments : undefined
    await finish(deps, tx, written, event && { event, siteId: site.id, booking: after, previous })
    return answer
  }
  const run = () => writeBlocks(deps, site.id, attempt)
  return wanted ? withAlternatives(deps, site, wanted, run) : run()
}
