import { notFound, type Problem } from '../problems.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingRow } from '../store/visit-rows.js'
import type { BookingDeps } from './deps.js'
import { opensBooking } from './manage-token.js'

/** Who asks for a booking: its client with the token, or the house. */
export interface Asker {
  isHouse: boolean
  manageToken: string | undefined
}

/** Whether there is a booking and whoever asks may see it. */
export const isOpenedBy = (
  { tokenSecrets }: Pick<BookingDeps, 'tokenSecrets'>,
  { id: siteId }: SiteSnapshot,
  booking: BookingRow | undefined,
  { isHouse, manageToken = '' }: Asker,
): booking is BookingRow =>
  booking !== undefined &&
  (isHouse ||
    opensBooking(tokenSecrets, { siteId, bookingId: booking.id, generation: booking.tokenGeneration }, manageToken))

/** The same whether there is none or it is somebody else's: nobody learns which. */
export const noSuchBooking = (): Problem => notFound('There is no such booking.')
