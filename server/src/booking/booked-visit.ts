import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { AppointmentRow, BookingRow, BookingState, QuestionRow } from '../store/visit-rows.js'
import { actionsOf, type BookingAction, cancelUntil, moveUntil } from './booking-actions.js'
import type { Asker } from './open-booking.js'
import type { Visit, VisitItem } from './visit.js'

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
  state: BookingState
  start: number
  end: number
  partySize: number
  /** For the whole party. */
  priceMinor: number
  currency: string
  items: readonly BookedItem[]
  /** The last minute at which the client may cancel; null where it is too late or no longer possible. */
  cancelUntil: number | null
  /** The last minute at which the client may move it; null where it is too late or no longer possible. */
  moveUntil: number | null
}

/** The same with what is only for its client, and the house. */
export interface BookedVisitDetails extends BookedVisit {
  client: { name: string; email: string | null; phone: string | null }
  note: string | null
  metadata: Record<string, string | number | boolean | null>
  /** What whoever asks may do with it now. */
  actions: readonly BookingAction[]
  /** The new time that the house proposes. */
  proposed: Visit | null
  question: QuestionRow
  /** Milliseconds since the epoch. */
  createdAt: number
  cancelledAt: number | null
}

/** An appointment without what the house does not show. */
export function shownItem({ needs, ...appointment }: AppointmentRow): BookedItem {
  const shown = needs.filter(({ isShown }) => isShown)
  return {
    ...appointment,
    neededIds: shown.map(({ resourceId }) => resourceId),
    neededNames: shown.map(({ resourceName }) => resourceName),
  }
}

/** A stored booking as whoever asks sees it now. */
export function detailsOf(
  site: SiteSnapshot,
  booking: BookingRow,
  { isHouse }: Pick<Asker, 'isHouse'>,
  now: Date,
): BookedVisitDetails {
  const { id, state, start, end, partySize, priceMinor, currency, client, note, metadata, question, proposal } = booking
  return {
    id,
    state,
    start,
    end,
    partySize,
    priceMinor,
    currency,
    client,
    note,
    question,
    items: booking.appointments.map(shownItem),
    cancelUntil: cancelUntil(site, booking, now),
    moveUntil: moveUntil(site, booking, now),
    metadata: { ...metadata },
    actions: actionsOf(site, booking, isHouse, now),
    proposed: proposal && { ...proposal.visit, items: [...proposal.visit.items] },
    createdAt: booking.createdAt.getTime(),
    cancelledAt: booking.cancelledAt?.getTime() ?? null,
  }
}
