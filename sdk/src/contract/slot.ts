import * as z from 'zod/mini'
import { id, instant, money, step } from './primitives.js'

/** One service of the visit: who does it, from when to when. */
export const slotItem = z.object({
  serviceId: id,
  resourceId: id,
  /** What else it takes at the same time (a room, a device, another person), as far as the house shows it. */
  neededIds: z.array(id),
  start: instant,
  end: instant,
  /** The performer's own, in order. */
  steps: z.array(step),
  /** For the whole party. */
  price: money,
})

/** A time at which the whole visit can start, with the best chain for it, in the order of the items asked for. */
export const slot = z.object({ start: instant, end: instant, price: money, items: z.array(slotItem) })

/** A start with other ways to say who does what, the next best first. */
export const startSlot = z.extend(slot, { alternatives: z.array(slot) })

export type StartSlot = z.output<typeof startSlot>
export type Slot = z.output<typeof slot>
export type SlotItem = z.output<typeof slotItem>
