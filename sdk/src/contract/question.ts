import * as z from 'zod/mini'
import { idOrSlug, queryInteger, timeZone } from './primitives.js'

/** The most services that one visit may have. */
export const MAX_ITEMS = 12
/** The largest party that one request may ask for. */
export const MAX_PARTY_SIZE = 100

/** What the client wants, in the order asked: a service, and somebody by name where it matters. */
export const visitItem = z.strictObject({ serviceId: idOrSlug, resourceId: z.optional(idOrSlug) })

export const visitItems = z
  .array(visitItem)
  .check(z.minLength(1, 'Choose at least one service'), z.maxLength(MAX_ITEMS, `At most ${MAX_ITEMS} services`))

const name = '[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*'
const itemsText = new RegExp(`^${name}(?:@${name})?(?:,${name}(?:@${name})?)*$`)

/** The same in a query string: `cut@ada,colour` (service `@` resource; ids or slugs). */
export const itemsParameter = z.pipe(
  z.pipe(
    z.string().check(z.regex(itemsText, 'Must be services joined by commas, such as cut@ada,colour')),
    z.transform((value): z.input<typeof visitItems> =>
      value.split(',').map((part) => {
        const [serviceId = '', resourceId] = part.split('@')
        return resourceId === undefined ? { serviceId } : { serviceId, resourceId }
      }),
    ),
  ),
  visitItems,
)

/** What all availability routes take: the visit, one person for everything, the party, and the zone of the answer. */
export const availabilityQuery = {
  items: itemsParameter,
  resourceId: z.optional(idOrSlug),
  partySize: z._default(queryInteger(1, MAX_PARTY_SIZE), 1),
  timeZone: z.optional(timeZone),
}

export type VisitItem = z.output<typeof visitItem>
