import { getCalendar as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { monthQuestion } from '../../booking/month-question.js'
import { formatFor } from '../formats.js'

export const getCalendar = (app: FastifyInstance): void =>
  app.serveTimes(operation, {
    question: (site, { month, timeFrom, timeTo, timeZone: _, ...question }, now) =>
      monthQuestion(site, { question, month, times: { timeFrom, timeTo } }, now),
    write: (site, { month, timeZone }, days) => ({ month, timeZone: formatFor(site, timeZone).timeZone, days }),
  })
