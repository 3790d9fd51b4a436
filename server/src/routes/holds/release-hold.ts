import { releaseHold as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import { releaseHold as release } from '../../booking/release-hold.js'

export const releaseHold = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(operation, async ({ site, params: { holdId } }) => {
    await release(deps, site, holdId)
    return { id: holdId }
  })
