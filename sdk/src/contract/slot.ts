import * as z from 'zod/mini'
import { id, instant, money } from './primitives.js'

/** One service of the visit: who does it, from when to when. `price` is for the whole party. */
export const slotItem = z.object({ serviceId: id, resourceId: id, start: instant, end: instant, price: money })

/** A time at which the whole visit can start, with the best chain for it, in the order of the items asked for. */
export const slot = z.object({ start: instant, end: instant, price: money, items: z.array(slotItem) })

export type Slot = z.output<typeof slot>
export type SlotItem = z.output<typeof slotItem>
