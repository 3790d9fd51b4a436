import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { AppointmentRow, HoldRow } from '../store/visit-rows.js'
import { shownItem } from './booked-visit.js'
import type { Visit } from './visit.js'

/** A visit that is held. */
export interface HeldVisit extends Visit {
  id: string
  /** Milliseconds since the epoch: from then on others may have the time. */
  expiresAt: number
}

/** A stored hold as its client sees it. */
export const heldVisit = (
  { id, start, end, priceMinor }: Pick<HoldRow, 'id' | 'start' | 'end' | 'priceMinor'>,
  appointments: readonly AppointmentRow[],
  expiresAt: Date,
): HeldVisit => ({
  id,
  start,
  end,
  priceMinor,
  items: appointments.map((appointment) => {
    const { serviceId, resourceId, neededIds, start: from, end: to, steps, priceMinor: price } = shownItem(appointment)
    return { serviceId, resourceId, neededIds, start: from, end: to, steps, priceMinor: price }
  }),
  expiresAt: expiresAt.getTime(),
})

/** When a hold that is made or extended now runs out. */
export const expiryOf = ({ settings }: SiteSnapshot, judgedAt: Date): Date =>
  new Date(judgedAt.getTime() + settings.holdMinutes * 60_000)
