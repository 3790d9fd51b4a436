import { createBooking as operation, type ShownItem } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { checkVisit } from '../../booking/check-visit.js'
import { createBooking as book } from '../../booking/create-booking.js'
import type { BookingDeps } from '../../booking/deps.js'
import { SlotTaken } from '../../booking/slot-taken.js'
import { Problem } from '../../problems.js'
import { type AnswerFormat, formatFor } from '../formats.js'
import { toBooking } from './booking-answer.js'

export const createBooking = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(
    operation,
    async ({ site, caller, query, body, idempotencyKey }) => {
      const { start, shown, client, note, metadata, ...question } = body
      const visit = { question, start: new Date(start), shown: readShown(shown), client, note, metadata }
      const format = formatFor(site, query.timeZone)
      const booked = await book(deps, site, visit, { caller, idempotencyKey }).catch((error: unknown) => {
        throw error instanceof SlotTaken ? slotTaken(error, format) : error
      })
      return { ...toBooking(booked, format), manageToken: booked.manageToken, changed: booked.changed }
    },
    (site, { body: { start, shown, client, note, metadata: _, ...question } }) =>
      checkVisit(
        site,
        {
          question,
          start: start === undefined ? undefined : new Date(start),
          shown: readShown(shown),
          client: client && { ...client, consents: client.consents ?? [] },
          note,
        },
        deps.clock.now(),
      ).errors,
  )

const readShown = (shown: readonly ShownItem[] | undefined) =>
  shown?.map(({ resourceId, start }) => ({ resourceId, start: new Date(start) }))

const slotTaken = ({ reason, alternatives }: SlotTaken, format: AnswerFormat): Problem =>
  new Problem('slot-taken', 'This time is not free. The alternatives are the nearest ones that are.', {
    reason,
    alternatives: alternatives.map(format.slot),
  })
