import type { BookingDetails } from '@codex-booking/sdk/contract'
import type { BookedVisitDetails } from '../../booking/booked-visit.js'
import type { ChangeRequest } from '../../booking/change-booking.js'
import type { SiteSnapshot } from '../../store/site-snapshot.js'
import { formatFor } from '../formats.js'
import { toBookingDetails } from './booking-answer.js'
import { timeGone } from './time-gone.js'

/** What every call has that changes a booking. */
interface ChangeCall {
  site: SiteSnapshot
  caller: string
  isHouse: boolean
  manageToken: string | undefined
  idempotencyKey: string | undefined
  params: { bookingId: string }
  query: { timeZone?: string | undefined }
}

/** Changes a booking as a call wants it, and answers with the booking after it. */
export async function changeAnswer(
  { site, params, query, caller, idempotencyKey, isHouse, manageToken }: ChangeCall,
  change: (request: ChangeRequest) => Promise<BookedVisitDetails>,
): Promise<BookingDetails> {
  const format = formatFor(site, query.timeZone)
  try {
    const request = {
      bookingId: params.bookingId,
      asker: { isHouse, manageToken },
      sender: { caller, idempotencyKey },
    }
    return toBookingDetails(await change(request), format)
  } catch (error) {
    throw timeGone(error, format)
  }
}
