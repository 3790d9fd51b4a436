import { listSlots as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { slotsQuestion } from '../../booking/slots-question.js'
import { formatFor } from '../formats.js'

export const listSlots = (app: FastifyInstance): void =>
  app.serveTimes(operation, {
    question: (site, { date, timeFrom, timeTo, limit, alternativesPerStart, timeZone: _, ...question }, now) =>
      slotsQuestion(site, { question, date, times: { timeFrom, timeTo }, limit, alternativesPerStart }, now),
    write: (site, { date, timeZone }, { starts, reason }) => {
      const format = formatFor(site, timeZone)
      return { date, timeZone: format.timeZone, starts: starts.map(format.start), ...(reason && { reason }) }
    },
  })
