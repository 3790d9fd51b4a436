import { createBooking as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { bookHold } from '../../booking/book-hold.js'
import { checkVisit } from '../../booking/check-visit.js'
import { createBooking as book } from '../../booking/create-booking.js'
import type { BookingDeps } from '../../booking/deps.js'
import { formatFor } from '../formats.js'
import { readableVisit, readShown } from './asked-visit.js'
import { toBooking } from './booking-answer.js'
import { timeGone } from './time-gone.js'

export const createBooking = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(
    operation,
    async ({ site, caller, query, body, idempotencyKey }) => {
      const { holdId, start = '', items = [], partySize = 1, arrangement = 'stages', ...rest } = body
      const { shown, client, note, metadata, ...more } = rest
      const details = { client, note, metadata }
      const sender = { caller, idempotencyKey }
      const format = formatFor(site, query.timeZone)
      const question = { ...more, items, partySize, arrangement }
      const booked = await (holdId === undefined
        ? book(deps, site, { ...details, question, start: new Date(start), shown: readShown(shown) }, sender)
        : bookHold(deps, site, { ...details, holdId: holdId.toLowerCase() }, sender)
      ).catch((error: unknown) => {
        throw timeGone(error, format)
      })
      return { ...toBooking(booked, format), manageToken: booked.manageToken, changed: booked.changed }
    },
    (site, { body: { client, note, ...visit } }) =>
      checkVisit(
        site,
        {
          ...readableVisit(visit),
          client: client && { ...client, consents: client.consents?.map((consent) => consent ?? '') ?? [] },
          note,
        },
        deps.clock.now(),
      ).errors,
  )
