import { listResources as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'

export const listResources = (app: FastifyInstance): void =>
  app.serve(operation, async ({ site }) => ({ resources: site.resources.filter(({ isChoosable }) => isChoosable) }))
