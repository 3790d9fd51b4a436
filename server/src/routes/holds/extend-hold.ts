import { extendHold as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import { extendHold as extend } from '../../booking/extend-hold.js'
import { timeGone } from '../bookings/time-gone.js'
import { formatFor } from '../formats.js'
import { toHold } from './hold-answer.js'

export const extendHold = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(operation, async ({ site, params: { holdId }, query }) => {
    const format = formatFor(site, query.timeZone)
    const held = await extend(deps, site, holdId).catch((error: unknown) => {
      throw timeGone(error, format)
    })
    return toHold(held, format, deps.clock.now())
  })
