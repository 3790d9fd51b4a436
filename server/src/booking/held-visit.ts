import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { AppointmentRow, HoldRow } from '../store/visit-rows.js'
import { shownItem } from './booked-visit.js'
import type { Visit } from './visit.js'

/** A visit that is held. */
export interface HeldVisit extends Visit {
  id: string
  /** Milliseconds since the epoch: from then on others may have the time. */
  expiresAt: number
  /** What time it was when that was looked at, by the clock that judges it; unknown where only an old answer was found. */
  judgedAt?: Date | undefined
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

/** However often it is extended, a hold lives as long as so many holds at most: else one could keep a time past its notice. */
const MOST_LIVES = 6

const livesOf = ({ settings }: SiteSnapshot, since: Date, lives: number): number =>
  since.getTime() + lives * settings.holdMinutes * 60_000

/** When a hold that is made now runs out. */
export const expiryOf = (site: SiteSnapshot, judgedAt: Date): Date => new Date(livesOf(site, judgedAt, 1))

/** When a hold that is extended now runs out: never sooner than without. */
export function extendedExpiryOf(site: SiteSnapshot, hold: HoldRow, judgedAt: Date): Date {
  const last = Math.min(livesOf(site, hold.createdAt, MOST_LIVES), hold.start * 60_000)
  return new Date(Math.max(hold.holdExpiresAt.getTime(), Math.min(livesOf(site, judgedAt, 1), last)))
}

/**
 * Whether a hold is one no more. One whose time others were free to take, all of it or a part, has run out for good, also
 * where the clock that judged it then is put back: only its blocks keep others away.
 */
export function hasRunOut({ holdExpiresAt, appointments, blocks }: HoldRow, judgedAt: Date): boolean {
  if (holdExpiresAt <= judgedAt) return true
  const kept = new Set(blocks.map(({ resourceId }) => resourceId))
  // Of each performer and each thing that is needed all blocks go at once, and each has one.
  return appointments.some(({ resourceId, needs }) =>
    [{ resourceId }, ...needs].some((one) => !kept.has(one.resourceId)),
  )
}
