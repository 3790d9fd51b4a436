import { confirmBooking as operation } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import { confirmBooking as confirm } from '../../booking/confirm-booking.js'
import type { BookingDeps } from '../../booking/deps.js'
import { changeAnswer } from './change-answer.js'

export const confirmBooking = (app: FastifyInstance, deps: BookingDeps): void =>
  app.serve(operation, (call) => changeAnswer(call, (request) => confirm(deps, call.site, request)))
