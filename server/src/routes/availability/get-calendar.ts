import { getCalendar as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import { findMonth } from '../../booking/find-month.js'
import { formatFor } from '../formats.js'
import { wrongInQuestion } from './wrong-in-question.js'

export const getCalendar = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(
    operation,
    async ({ site, query: { month, timeFrom, timeTo, timeZone, ...question } }) => ({
      month,
      timeZone: formatFor(site, timeZone).timeZone,
      days: await findMonth(deps, site, { question, month, times: { timeFrom, timeTo } }),
    }),
    wrongInQuestion,
  )
