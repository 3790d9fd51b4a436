import { minuteOf } from '../availability/index.js'
import type { ClientRows } from '../store/insert-booking.js'
import { newId } from '../store/new-id.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { AppointmentRow, BookingRow, BookingState } from '../store/visit-rows.js'
import { type BookedVisit, shownItem } from './booked-visit.js'
import { cancelUntil, moveUntil } from './booking-actions.js'
import type { ContactDetails } from './check-contact.js'
import type { ShownItem } from './check-shown.js'
import type { PlacedVisit } from './place-visit.js'
import type { ResolvedQuestion } from './question.js'

/** Manage tokens are made for this generation until it is raised. */
export const FIRST_GENERATION = 1

/** What a client learns of a booking that was just made, and what is kept for its retries: without the token. */
export interface BookedAnswer extends BookedVisit {
  /** Somebody else than shown does one of the services, or at another minute. */
  changed: boolean
}

/** What a client says about itself, and fields of the host's own. */
export interface ClientDetails extends ContactDetails {
  metadata: BookingRow['metadata']
}

/** As what a site takes a new booking. */
export const newBookingState = ({ settings }: SiteSnapshot): BookingState =>
  settings.confirmsAtOnce ? 'confirmed' : 'pending'

/** A visit to be stored, whether held or booked. */
export const visitRow = (
  site: SiteSnapshot,
  question: ResolvedQuestion,
  { visit: { start, end, priceMinor } }: PlacedVisit,
  now: Date,
) => ({
  siteId: site.id,
  id: newId(now),
  start,
  end,
  priceMinor,
  partySize: question.partySize,
  currency: site.currency,
  question: question.asked,
  tokenGeneration: FIRST_GENERATION,
  createdAt: now,
})

/** Who comes, to be stored. */
export const clientRows = (
  { client, note, metadata }: ClientDetails,
  now: Date,
): ClientRows & Pick<BookingRow, 'metadata'> => ({
  clientId: newId(now),
  client: { name: client.name, email: client.email || null, phone: client.phone || null },
  note: note || null,
  consents: [...new Set(client.consents)],
  metadata,
})

/** What the client of a new booking learns of it. */
export function bookedAnswer(
  site: SiteSnapshot,
  booking: Omit<BookedVisit, 'items' | 'cancelUntil' | 'moveUntil'>,
  appointments: readonly AppointmentRow[],
  now: Date,
): BookedVisit {
  const { id, state, start, end, partySize, priceMinor, currency } = booking
  return {
    id,
    state,
    start,
    end,
    partySize,
    priceMinor,
    currency,
    items: appointments.map(shownItem),
    cancelUntil: cancelUntil(site, booking, now),
    moveUntil: moveUntil(site, booking, now),
  }
}

/** Whether somebody else than shown does one of the services, or at another minute. */
export const isChanged = (
  shown: readonly ShownItem[] | undefined,
  items: readonly { resourceId: string; start: number }[],
): boolean =>
  shown?.some(({ resourceId, start }, index) => {
    const item = items[index]
    return item?.resourceId !== resourceId.toLowerCase() || item.start !== minuteOf(start)
  }) ?? false
