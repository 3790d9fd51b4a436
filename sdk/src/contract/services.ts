import * as z from 'zod/mini'
import { operation } from './operation.js'
import { id, money, slug, step } from './primitives.js'
import { routes } from './routes.js'

export const category = z.object({ id, slug, name: z.string(), description: z.nullable(z.string()) })

/** Somebody who does the service, with their own steps and price. */
export const performer = z.object({ resourceId: id, steps: z.array(step), price: money })

/** Something that a service takes at the same time: any one of a set of rooms, devices or people. */
export const need = z.object({
  /** In the order of the house. */
  resourceIds: z.array(id),
  /** For the whole service, or only while its performer is at work. */
  during: z.enum(['all', 'active']),
})

export const service = z.object({
  id,
  slug,
  categoryId: id,
  name: z.string(),
  description: z.nullable(z.string()),
  steps: z.array(step),
  price: money,
  /** Minutes after the service before the next one of the visit may start. */
  gapAfterMinutes: z.int(),
  /** Whether another service of the visit may run at the same time: beside it, or while it takes. */
  mayOverlap: z.boolean(),
  /** Services of one group may start together; null where it is in none. */
  overlapGroup: z.nullable(z.string()),
  /** Whether its group starts together where that is shorter, or always. */
  together: z.enum(['prefer', 'require']),
  /** What else it takes, as far as the house shows it. */
  needs: z.array(need),
  /** The largest party that can have it; 0 where nobody does it. */
  maxPartySize: z.int(),
  /** Who can do it, in the order of the house. */
  performers: z.array(performer),
})

export const services = z.object({ categories: z.array(category), services: z.array(service) })

export const listServices = operation({
  ...routes.listServices,
  tag: 'catalogue',
  summary: 'Categories and services, with prices and who can do them',
  success: { status: 200, schema: services },
  problems: [],
})

export type Category = z.output<typeof category>
export type Performer = z.output<typeof performer>
export type Need = z.output<typeof need>
export type Service = z.output<typeof service>
export type Services = z.output<typeof services>
