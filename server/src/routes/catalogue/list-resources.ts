import { listResources as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'

/** What clients may choose, and what they see as part of a visit: of other things they never learn. */
export const listResources = (app: FastifyInstance): void =>
  app.serve(operation, async ({ site: { services, resources } }) => {
    const needs = services.flatMap((service) => service.needs.filter(({ isShown }) => isShown))
    const shown = new Set(needs.flatMap(({ resourceIds }) => resourceIds))
    return { resources: resources.filter(({ id, isChoosable }) => isChoosable || shown.has(id)) }
  })
