import * as z from 'zod/mini'
import { arrangement, offsetsParameter, order, visitChecks } from './arrangement.js'
import { id, idOrSlug, localTime, queryInteger, timeZone } from './primitives.js'

/** The most services that one visit may have. */
export const MAX_ITEMS = 12
/** The largest party that one request may ask for. */
export const MAX_PARTY_SIZE = 100

/** One service that the client wants, and who is to do it where that matters: without `resourceId`, anyone who can. */
export const visitItem = z.strictObject(
  {
    /** Id or slug. */
    serviceId: idOrSlug,
    /** Id or slug. */
    resourceId: z.optional(idOrSlug),
  },
  'Must be an object with a serviceId',
)

/** What the client wants, in the order asked. */
export const visitItems = z
  .array(visitItem, 'Must be a list of services')
  .check(z.minLength(1, 'Choose at least one service'), z.maxLength(MAX_ITEMS, `At most ${MAX_ITEMS} services`))

const name = '[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*'
const itemsText = new RegExp(`^${name}(?:@${name})?(?:,${name}(?:@${name})?)*$`)
const itemsMessage = 'Must be services joined by commas, such as cut@ada,colour'

/** The same in a query string: `cut@ada,colour` (service `@` resource; ids or slugs). */
export const itemsParameter = z
  .pipe(
    z.pipe(
      z.string(itemsMessage).check(z.regex(itemsText, itemsMessage)),
      z.transform(
        (value): z.input<typeof visitItems> =>
          value.split(',').map((part) => {
            const [serviceId = '', resourceId] = part.split('@')
            return resourceId === undefined ? { serviceId } : { serviceId, resourceId }
          }),
      ),
    ),
    visitItems,
  )
  .check(z.describe('Services joined by commas, in the order asked; `@` names who is to do one: `cut@ada,colour`'))

/** The zone in which the answer's instants are written, the site's unless said. */
export const answerZone = z
  .optional(timeZone)
  .check(z.describe("The zone in which the answer's instants are written, the site's unless said"))

/** What all availability routes take: the visit, who and how many, how and when, and the zone of the answer. */
export const availabilityQuery = {
  items: itemsParameter,
  /** One person or thing for the whole visit, by id or slug. */
  resourceId: z.optional(idOrSlug).check(z.describe('One person or thing for the whole visit, by id or slug')),
  /** How many come together, 1 unless said. */
  partySize: z
    ._default(queryInteger(1, MAX_PARTY_SIZE), 1)
    .check(z.describe('How many come together, 1 unless said; each needs a seat of whoever serves them')),
  /** How the services lie to each other, `stages` unless said. */
  arrangement: z
    ._default(arrangement, 'stages')
    .check(
      z.describe(
        'How the services lie to each other: `stages` (one after the other, but side by side where the house lets them), `sequence`, or `overlap` (all at once where it can be)',
      ),
    ),
  /** Whether what may overlap can come anywhere: `any`, unless said, up to 6 services. */
  order: z
    .optional(order)
    .check(
      z.describe(
        'Whether services that may overlap can come anywhere in the visit (`any`, unless said, up to 6 services) or all as `asked`',
      ),
    ),
  /** For visits over several days, the day of each service: `0,0,7`. */
  offsets: z
    .optional(offsetsParameter)
    .check(z.describe('For visits over several days: the day of each service, counted from the first: `0,0,7`')),
  /** Only starts from this time of the site's day on, `17:00`. */
  timeFrom: z.optional(localTime).check(z.describe("Only starts from this time of the site's day on")),
  /** Only starts before this time of the site's day, `12:00`. */
  timeTo: z.optional(localTime).check(z.describe("Only starts before this time of the site's day")),
  /** A booking that is to be moved: what it takes counts as free. Needs its manage token, or a secret key. */
  moving: z
    .optional(id)
    .check(
      z.describe(
        'A booking that is to be moved: what it takes itself counts as free. Needs its manage token in `Codex-Manage-Token`, or a secret key',
      ),
    ),
  /** The zone in which the answer's instants are written, the site's unless said. It changes no answer. */
  timeZone: answerZone,
}

const timeOfDay = z.refine<{ timeFrom?: string | undefined; timeTo?: string | undefined }>(
  ({ timeFrom, timeTo }) => (timeFrom ?? '00:00') < (timeTo ?? '24:00'),
  {
    path: ['timeTo'],
    error: 'Must be later than timeFrom',
    when: ({ value }) => {
      const { timeFrom = '00:00', timeTo = '24:00' } = Object(value) as Record<string, unknown>
      return z.safeParse(localTime, timeFrom).success && z.safeParse(localTime, timeTo).success
    },
  },
)

/** What holds for the question of an availability route as a whole. */
export const questionChecks = [...visitChecks, timeOfDay] as const

export type VisitItem = z.output<typeof visitItem>
