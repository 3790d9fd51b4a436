import { MAX_PARTY_SIZE, listServices as operation, type Service } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { largestParty } from '../../booking/largest-party.js'
import type { ServiceRow, SiteSnapshot } from '../../store/site-snapshot.js'
import { formatFor } from '../formats.js'

export const listServices = (app: FastifyInstance): void =>
  app.serve(operation, async ({ site }) => ({
    categories: [...site.categories],
    services: site.services.map((service) => toService(site, service)),
  }))

function toService(site: SiteSnapshot, service: ServiceRow): Service {
  const { money } = formatFor(site, undefined)
  return {
    id: service.id,
    slug: service.slug,
    categoryId: service.categoryId,
    name: service.name,
    description: service.description,
    steps: [...service.steps],
    price: money(service.priceMinor),
    gapAfterMinutes: service.gapAfterMinutes,
    mayOverlap: service.mayOverlap,
    overlapGroup: service.overlapGroup,
    together: service.together,
    needs: service.needs
      .filter(({ isShown }) => isShown)
      .map(({ resourceIds, during }) => ({ resourceIds: [...resourceIds], during })),
    maxPartySize: Math.min(MAX_PARTY_SIZE, largestParty(site, service)),
    performers: service.performers.map(({ resourceId, steps, priceMinor }) => ({
      resourceId,
      steps: [...(steps ?? service.steps)],
      price: money(priceMinor ?? service.priceMinor),
    })),
  }
}
