import * as z from 'zod/mini'
import { arrangement, offsets, order, visitChecks } from './arrangement.js'
import { id, idOrSlug, instant, wholeNumber } from './primitives.js'
import { MAX_PARTY_SIZE, visitItem, visitItems } from './question.js'

/** Who the client saw for one item, and from when. */
export const shownItem = z.strictObject(
  { resourceId: id, start: instant },
  'Must be an object with a resourceId and a start',
)

/** How a visit was asked for when its slot was found; the same again, so that the same rules hold. */
export const askedHow = {
  /** One person or thing for the whole visit, by id or slug. */
  resourceId: z.optional(idOrSlug),
  /** How the services lie to each other: `stages` unless said. */
  arrangement: z._default(arrangement, 'stages'),
  /** `any`, unless said, up to 6 services. */
  order: z.optional(order),
  /** For visits over several days, the day of each service, counted from the first: `[0, 0, 7]`. */
  offsets: z.optional(offsets),
}

/** A visit at a time: the question of the slot again, and the chain that the client saw. */
export const askedVisit = {
  /** When the visit starts, as a slot said it. */
  start: instant,
  items: visitItems,
  /** How many come together, 1 unless said. */
  partySize: z._default(wholeNumber(1, MAX_PARTY_SIZE), 1),
  ...askedHow,
  /** The chain that the client saw, item by item: others may do it where nobody was asked for by name. */
  shown: z.optional(z.array(shownItem, 'Must be a list')),
}

const hasShownForEachItem = z.refine<{ items?: unknown[] | undefined; shown?: unknown[] | undefined }>(
  ({ items, shown }) => shown?.length === items?.length,
  {
    path: ['shown'],
    error: 'Must have one entry for each of the items',
    // Also beside other mistakes, so that one answer names them all.
    when: ({ value }) => {
      const { items, shown } = Object(value) as Record<string, unknown>
      return Array.isArray(items) && Array.isArray(shown)
    },
  },
)

/** What holds for a visit at a time as a whole. */
export const askedVisitChecks = [hasShownForEachItem, ...visitChecks] as const

/** The question that a visit was booked with, to find another time for it. */
export const question = z.object({
  items: z.array(visitItem),
  partySize: z.int(),
  resourceId: z.optional(id),
  arrangement,
  order: z.optional(order),
  offsets: z.optional(z.array(z.int())),
})

export type ShownItem = z.output<typeof shownItem>
export type VisitQuestion = z.output<typeof question>
