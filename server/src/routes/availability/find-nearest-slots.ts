import { findNearestSlots as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import { findNearest } from '../../booking/find-nearest.js'
import { requireOwn } from '../../booking/read-booking.js'
import { formatFor } from '../formats.js'
import { wrongInQuestion } from './wrong-in-question.js'

export const findNearestSlots = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(
    operation,
    async ({
      site,
      isHouse,
      manageToken,
      query: { from, days, timeFrom, timeTo, limit, alternativesPerStart, timeZone, ...question },
    }) => {
      await requireOwn(deps, site, question.moving, { isHouse, manageToken })
      const shown = { times: { timeFrom, timeTo }, limit, alternativesPerStart }
      const { date = null, starts, reason } = await findNearest(deps, site, { question, from, days, ...shown })
      const format = formatFor(site, timeZone)
      return { date, timeZone: format.timeZone, starts: starts.map(format.start), ...(reason && { reason }) }
    },
    wrongInQuestion,
  )
