import * as z from 'zod/mini'
import { operation } from './operation.js'
import { id, slug } from './primitives.js'
import { routes } from './routes.js'

export const resource = z.object({
  id,
  slug,
  kind: z.enum(['person', 'room', 'device']),
  name: z.string(),
  description: z.nullable(z.string()),
  /** Seats: how many clients it can serve at the same time. */
  capacity: z.int(),
  /** Whether a client may ask for it by name; what may not is shown only as part of a visit. */
  isChoosable: z.boolean(),
})

export const resources = z.object({ resources: z.array(resource) })

export const listResources = operation({
  ...routes.listResources,
  tag: 'catalogue',
  summary: 'The people and things a client may choose or sees as part of a visit',
  success: { status: 200, schema: resources },
  problems: [],
})

export type Resource = z.output<typeof resource>
export type Resources = z.output<typeof resources>
