import { localDateOf } from '../availability/index.js'
import type { Sql } from '../store/database.js'
import { failureKind } from '../store/failure-kind.js'
import { limitLockWaits } from '../store/limit-lock-waits.js'
import { lockBookings } from '../store/lock-bookings.js'
import { lockResources } from '../store/lock-resources.js'
import { type LockedBusy, readBusyLocked } from '../store/read-busy.js'
import { readSeats } from '../store/read-seats.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { busyQuestionOf } from './days.js'
import type { BookingDeps } from './deps.js'
import type { ResolvedQuestion } from './question.js'

/** What nobody else can change before the transaction ends. */
export interface LockedDays extends LockedBusy {
  resourceIds: readonly string[]
  seats: readonly { id: string; resourceId: string }[]
}

/**
 * Locks everybody who may have a part in a visit, and the booking or hold that gives its time up for it; and only then,
 * in statements of their own, reads what is busy.
 *
 * All is sent at once and takes one round trip; what the caller sends after it comes after the locks.
 *
 * @param start in minutes since the epoch
 */
export async function lockDays(
  { clock, reCheck = readBusyLocked, counters }: Pick<BookingDeps, 'clock' | 'reCheck' | 'counters'>,
  tx: Sql,
  site: SiteSnapshot,
  question: ResolvedQuestion,
  start: number,
): Promise<LockedDays> {
  const date = localDateOf(start, site.timeZone)
  const busy = busyQuestionOf(site, question, { first: date, last: date })
  const { resourceIds, except = [] } = busy
  const [, found, seats] = await Promise.all([
    lockInOrder(counters, tx, site.id, resourceIds, except),
    reCheck(tx, busy, clock.offsetMs ?? 0),
    readSeats(tx, site.id, resourceIds),
  ])
  return { ...found, resourceIds, seats }
}

/** Locks one booking or hold and all that it takes, for a change that needs nothing else. In one round trip, as above. */
export const lockVisit = (
  { counters }: Pick<BookingDeps, 'counters'>,
  tx: Sql,
  siteId: string,
  id: string,
): Promise<void> => lockInOrder(counters, tx, siteId, [], [id])

/** Bookings first, then resources, each sorted: everybody takes locks in this order, so that nobody waits in a circle. */
async function lockInOrder(
  counters: BookingDeps['counters'],
  tx: Sql,
  siteId: string,
  resourceIds: readonly string[],
  bookingIds: readonly string[],
): Promise<void> {
  const askedAt = performance.now()
  const waited = (): number => (performance.now() - askedAt) / 1000
  try {
    await Promise.all([
      limitLockWaits(tx),
      ...(bookingIds.length > 0 ? [lockBookings(tx, siteId, bookingIds)] : []),
      lockResources(tx, siteId, resourceIds, bookingIds),
    ])
    counters?.waitedForLocks(waited(), 'taken')
  } catch (error) {
    if (failureKind(error) === 'lock-timeout') counters?.waitedForLocks(waited(), 'given-up')
    throw error
  }
}
