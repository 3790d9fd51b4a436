import { cancelBooking as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { cancelBooking as cancel } from '../../booking/cancel-booking.js'
import type { BookingDeps } from '../../booking/deps.js'
import { changeAnswer } from './change-answer.js'

export const cancelBooking = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(operation, (call) => changeAnswer(call, (request) => cancel(deps, call.site, request)))
