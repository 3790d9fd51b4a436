import type { BookingRow } from '../store/read-booking.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { VisitItem } from './visit.js'

/** One service of a booked visit, named as it was when booked. */
export interface BookedItem extends VisitItem {
  serviceName: string
  resourceName: string
  /** Of `neededIds`, in their order. */
  neededNames: readonly string[]
}

/** A booking as its client sees it. Instants are minutes since the epoch. */
export interface BookedVisit {
  id: string
  state: 'confirmed' | 'cancelled'
  start: number
  end: number
  partySize: number
  /** For the whole party. */
  priceMinor: number
  currency: string
  items: BookedItem[]
  /** The last minute at which the client may cancel; null where it is too late or no longer possible. */
  cancelUntil: number | null
}

/** The same with what is only for its client. */
export interface BookedVisitDetails extends BookedVisit {
  client: { name: string; email: string | null; phone: string | null }
  note: string | null
  metadata: Record<string, string | number | boolean | null>
  /** Milliseconds since the epoch. */
  createdAt: number
  cancelledAt: number | null
}

/** The last minute at which a visit may be cancelled, unless it is over. */
export function cancelUntil(site: SiteSnapshot, start: number, now: Date): number | null {
  const until = start - site.cancelNoticeMinutes
  return now.getTime() <= until * 60_000 ? until : null
}

/** A stored booking as its client sees it now. */
export function detailsOf(site: SiteSnapshot, booking: BookingRow, now: Date): BookedVisitDetails {
  const { tokenGeneration: _, appointments, metadata, createdAt, cancelledAt, ...visit } = booking
  return {
    ...visit,
    items: appointments.map(({ needs, steps, ...appointment }) => {
      const shown = needs.filter(({ isShown }) => isShown)
      return {
        ...appointment,
        neededIds: shown.map(({ resourceId }) => resourceId),
        neededNames: shown.map(({ resourceName }) => resourceName),
        steps,
      }
    }),
    cancelUntil: booking.state === 'confirmed' ? cancelUntil(site, booking.start, now) : null,
    metadata: { ...metadata },
    createdAt: createdAt.getTime(),
    cancelledAt: cancelledAt?.getTime() ?? null,
  }
}
