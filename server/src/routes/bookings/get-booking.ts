import { getBooking as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import { readBooking } from '../../booking/read-booking.js'
import { formatFor } from '../formats.js'
import { toBookingDetails } from './booking-answer.js'

export const getBooking = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(operation, async ({ site, params: { bookingId }, query, isHouse, manageToken }) =>
    toBookingDetails(
      await readBooking(deps, site, bookingId, { isHouse, manageToken }),
      formatFor(site, query.timeZone),
    ),
  )
