import { MAX_LIVE_HOLDS, createHold as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { checkVisit } from '../../booking/check-visit.js'
import type { BookingDeps } from '../../booking/deps.js'
import { holdVisit } from '../../booking/hold-visit.js'
import { holderOf } from '../../booking/holder-of.js'
import { readableVisit, readShown } from '../bookings/asked-visit.js'
import { timeGone } from '../bookings/time-gone.js'
import { formatFor } from '../formats.js'
import { toHold } from './hold-answer.js'

export const createHold = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(
    operation,
    async ({ site, caller, isHouse, address, query, body, idempotencyKey }) => {
      const { start, shown, replaces, ...question } = body
      const format = formatFor(site, query.timeZone)
      // The house holds for many.
      const holder = isHouse
        ? undefined
        : { hash: holderOf(deps.tokenSecrets, site.id, address), mostHolds: MAX_LIVE_HOLDS }
      const hold = { question, start: new Date(start), shown: readShown(shown), replaces }
      const held = await holdVisit(deps, site, hold, holder, { caller, idempotencyKey }).catch((error: unknown) => {
        throw timeGone(error, format)
      })
      return { ...toHold(held, format, deps.clock.now()), changed: held.changed }
    },
    (site, { body }) => checkVisit(site, readableVisit(body), deps.clock.now()).errors,
  )
