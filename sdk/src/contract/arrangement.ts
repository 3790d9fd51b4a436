import * as z from 'zod/mini'
import { wholeNumber } from './primitives.js'

/** The most services that may all run at the same time. */
export const MAX_OVERLAP_ITEMS = 5
/** The most services of which the best order is looked for. */
export const MAX_ANY_ORDER_ITEMS = 6
/** How many days after the first a service of one visit may be. */
export const MAX_OFFSET_DAYS = 365

/**
 * How the services of a visit lie to each other.
 *
 * - `stages`: one after the other, but what the house lets overlap may run side by side, or while something takes
 * - `sequence`: one after the other, in the order asked
 * - `overlap`: everything may run at the same time as everything else
 */
export const arrangement = z.enum(['stages', 'sequence', 'overlap'], 'Must be stages, sequence or overlap')

/** Whether services that may overlap can come anywhere in the visit, or all come in the order asked. */
export const order = z.enum(['any', 'asked'], 'Must be any or asked')

const offsetsMessage = 'Must be days after the first, such as 0,0,7'
const FIRST_IS_ZERO = 'The first day comes first: start with 0'
const NOT_DESCENDING = 'A later service is never on an earlier day'

/** The day of each service, counted from the first: `[0, 0, 7]` is two on one day and one a week later. */
export const offsets = z.array(wholeNumber(0, MAX_OFFSET_DAYS), offsetsMessage).check(
  z.refine(([first = 0]) => first === 0, FIRST_IS_ZERO),
  z.refine((days) => days.every((day, index) => day >= (days[index - 1] ?? 0)), NOT_DESCENDING),
)

/** The same in a query string: `0,0,7`. */
export const offsetsParameter = z.pipe(
  z.pipe(
    z.string(offsetsMessage).check(z.regex(/^\d{1,9}(,\d{1,9})*$/, offsetsMessage)),
    z.transform((value): z.input<typeof offsets> => value.split(',').map(Number)),
  ),
  offsets,
)

/** What is there of a visit when its parts are looked at together, whole or not. */
export interface VisitShape {
  items?: unknown[] | undefined
  arrangement?: Arrangement | undefined
  order?: Order | undefined
  offsets?: unknown[] | undefined
}

/** Whether there are items to look at; also beside other mistakes, so that one answer names them all. */
const hasItems = ({ value }: { value: unknown }) => {
  const { items, offsets: days } = Object(value) as Record<string, unknown>
  return Array.isArray(items) && (days === undefined || Array.isArray(days))
}

/** What no part of a visit can know by itself. */
export const visitChecks = [
  z.refine<VisitShape>(({ items, offsets: days }) => days === undefined || days.length === items?.length, {
    path: ['offsets'],
    error: 'Must have one entry for each of the items',
    when: hasItems,
  }),
  z.refine<VisitShape>(({ arrangement: how, offsets: days }) => how !== 'overlap' || days === undefined, {
    path: ['offsets'],
    error: 'Services that overlap are all on one day',
    when: hasItems,
  }),
  z.refine<VisitShape>(
    ({ arrangement: how, items }) => how !== 'overlap' || (items?.length ?? 0) <= MAX_OVERLAP_ITEMS,
    {
      path: ['items'],
      error: `At most ${MAX_OVERLAP_ITEMS} services that all overlap`,
      when: hasItems,
    },
  ),
  z.refine<VisitShape>(({ order: wanted, items }) => wanted !== 'any' || (items?.length ?? 0) <= MAX_ANY_ORDER_ITEMS, {
    path: ['order'],
    error: `In any order at most ${MAX_ANY_ORDER_ITEMS} services`,
    when: hasItems,
  }),
] as const

export type Arrangement = z.output<typeof arrangement>
export type Order = z.output<typeof order>
