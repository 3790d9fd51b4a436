import { getCalendar as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import { findMonth } from '../../booking/find-month.js'
import { requireOwn } from '../../booking/read-booking.js'
import { formatFor } from '../formats.js'
import { wrongInQuestion } from './wrong-in-question.js'

export const getCalendar = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(
    operation,
    async ({ site, isHouse, manageToken, query: { month, timeFrom, timeTo, timeZone, ...question } }) => {
      await requireOwn(deps, site, question.moving, { isHouse, manageToken })
      return {
        month,
        timeZone: formatFor(site, timeZone).timeZone,
        days: await findMonth(deps, site, { question, month, times: { timeFrom, timeTo } }),
      }
    },
    wrongInQuestion,
  )
