import { findNearestSlots as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import { findNearest } from '../../booking/find-nearest.js'
import { formatFor } from '../formats.js'
import { wrongInQuestion } from './wrong-in-question.js'

export const findNearestSlots = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(
    operation,
    async ({ site, query: { from, days, limit, timeZone, ...question } }) => {
      const { date = null, starts, reason } = await findNearest(deps, site, { question, from, days, limit })
      const format = formatFor(site, timeZone)
      return { date, timeZone: format.timeZone, starts: starts.map(format.slot), ...(reason && { reason }) }
    },
    wrongInQuestion,
  )
