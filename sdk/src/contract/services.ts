import * as z from 'zod/mini'
import { operation } from './operation.js'
import { id, money, slug, step } from './primitives.js'
import { routes } from './routes.js'

export const category = z.object({ id, slug, name: z.string(), description: z.nullable(z.string()) })

/** Somebody who does the service, with their own steps and price. */
export const performer = z.object({ resourceId: id, steps: z.array(step), price: money })

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
  /** Whether another service of the visit may run at the same time. */
  mayOverlap: z.boolean(),
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
export type Service = z.output<typeof service>
export type Services = z.output<typeof services>
