import type { ShownItem } from './contract/asked-visit.js'
import type { Slot } from './contract/slot.js'

/**
 * Who the client saw and from when, item by item, as `bookings.create` takes it. With it a booking is made with the
 * people shown where they are still free; `changed` in its answer says when others do it.
 */
export const shownFrom = (slot: Pick<Slot, 'items'>): ShownItem[] =>
  slot.items.map(({ resourceId, start }) => ({ resourceId, start }))
