import { tokenMissing } from '../problems.js'
import { readBooking as readRow } from '../store/read-booking.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingRow } from '../store/visit-rows.js'
import { type BookedVisitDetails, detailsOf } from './booked-visit.js'
import type { BookingDeps } from './deps.js'
import { type Asker, isOpenedBy, noSuchBooking } from './open-booking.js'

/**
 * A booking, for who holds its token and for the house.
 *
 * @throws Problem `not-found`, the same whether there is no such booking or the token is not its own
 */
export async function readBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  bookingId: string,
  asker: Asker,
): Promise<BookedVisitDetails> {
  return detailsOf(site, await openBooking(deps, site, bookingId, asker), asker, deps.clock.now())
}

/** What telling whose booking it is needs. */
export type OwnDeps = Pick<BookingDeps, 'database' | 'tokenSecrets'>

/**
 * Whether a question about a booking that is to be moved is asked by somebody who may see it: its answer says when that
 * booking is.
 *
 * @param moving of a question
 * @throws Problem `unauthorized` without a token, `not-found`
 */
export async function requireOwn(deps: OwnDeps, site: SiteSnapshot, moving: string, asker: Asker): Promise<void> {
  if (!asker.isHouse && asker.manageToken === undefined) throw tokenMissing()
  await openBooking(deps, site, moving, asker)
}

/**
 * The rows of a booking that whoever asks may see.
 *
 * @throws Problem `not-found`
 */
async function openBooking(deps: OwnDeps, site: SiteSnapshot, bookingId: string, asker: Asker): Promise<BookingRow> {
  const booking = await readRow(deps.database.sql, site.id, bookingId)
  if (!isOpenedBy(deps, site, booking, asker)) throw noSuchBooking()
  return booking
}
