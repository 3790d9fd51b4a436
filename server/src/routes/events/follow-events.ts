import { followEvents as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { type FollowDeps, followDays } from '../../booking/follow-days.js'

export const followEvents = (app: FastifyInstance, deps: FollowDeps): void =>
  app.serveEvents(operation, ({ site, query, lastEventId }) => followDays(deps, site, { ...query, lastEventId }))
