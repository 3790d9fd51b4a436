import { cancelBooking as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { cancelBooking as cancel } from '../../booking/cancel-booking.js'
import type { BookingDeps } from '../../booking/deps.js'
import { formatFor } from '../formats.js'
import { toBookingDetails } from './booking-answer.js'

export const cancelBooking = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(operation, async ({ site, caller, params: { bookingId }, query, manageToken, idempotencyKey }) => {
    const booking = await cancel(deps, site, { bookingId, manageToken }, { caller, idempotencyKey })
    return toBookingDetails(booking, formatFor(site, query.timeZone))
  })
