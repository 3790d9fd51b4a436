import { findNearestSlots as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { nearestQuestion } from '../../booking/nearest-question.js'
import { formatFor } from '../formats.js'

export const findNearestSlots = (app: FastifyInstance): void =>
  app.serveTimes(operation, {
    question: (site, query, now) => {
      const { from, days, timeFrom, timeTo, limit, alternativesPerStart, timeZone: _, ...question } = query
      const shown = { times: { timeFrom, timeTo }, limit, alternativesPerStart }
      return nearestQuestion(site, { question, from, days, ...shown }, now)
    },
    write: (site, { timeZone }, { date = null, starts, reason }) => {
      const format = formatFor(site, timeZone)
      return { date, timeZone: format.timeZone, starts: starts.map(format.start), ...(reason && { reason }) }
    },
  })
