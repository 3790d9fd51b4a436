import { notFound, type Problem } from '../problems.js'
import { type BookingRow, readBooking as readRow } from '../store/read-booking.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { type BookedVisitDetails, detailsOf } from './booked-visit.js'
import type { BookingDeps } from './deps.js'
import { opensBooking } from './manage-token.js'

/** Which booking somebody means, and the token that is to open it. */
export interface BookingToken {
  bookingId: string
  manageToken: string
}

/**
 * A booking, for who holds its token.
 *
 * @throws Problem `not-found`, the same whether there is no such booking or the token is not its own
 */
export async function readBooking(
  deps: BookingDeps,
  site: SiteSnapshot,
  { bookingId, manageToken }: BookingToken,
): Promise<BookedVisitDetails> {
  const booking = await readRow(deps.database.sql, site.id, bookingId)
  if (!isOpenedBy(deps, site, booking, manageToken)) throw noSuchBooking()
  return detailsOf(site, booking, deps.clock.now())
}

/** Whether there is a booking and the token opens it. */
export const isOpenedBy = (
  { tokenSecrets }: BookingDeps,
  { id: siteId }: SiteSnapshot,
  booking: BookingRow | undefined,
  token: string,
): booking is BookingRow =>
  booking !== undefined &&
  opensBooking(tokenSecrets, { siteId, bookingId: booking.id, generation: booking.tokenGeneration }, token)

export const noSuchBooking = (): Problem => notFound('There is no such booking.')
