import { listServices as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { ServiceRow } from '../../store/site-snapshot.js'
import { type AnswerFormat, formatFor } from '../formats.js'

export const listServices = (app: FastifyInstance): void =>
  app.serve(operation, async ({ site }) => {
    const format = formatFor(site, undefined)
    return { categories: [...site.categories], services: site.services.map((service) => toService(service, format)) }
  })

const toService = (service: ServiceRow, { money }: AnswerFormat) => ({
  id: service.id,
  slug: service.slug,
  categoryId: service.categoryId,
  name: service.name,
  description: service.description,
  steps: [...service.steps],
  price: money(service.priceMinor),
  gapAfterMinutes: service.gapAfterMinutes,
  mayOverlap: service.mayOverlap,
  performers: service.performers.map(({ resourceId, steps, priceMinor }) => ({
    resourceId,
    steps: [...(steps ?? service.steps)],
    price: money(priceMinor ?? service.priceMinor),
  })),
})
