import { completeBooking, markNoShow } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import { endBooking as end } from '../../booking/end-booking.js'
import { changeAnswer } from './change-answer.js'

/** The two ways in which a visit ends. */
export const endBooking = (app: FastifyInstance, deps: BookingDeps): void => {
  app.serve(completeBooking, (call) => changeAnswer(call, (request) => end(deps, call.site, request, 'completed')))
  app.serve(markNoShow, (call) => changeAnswer(call, (request) => end(deps, call.site, request, 'no_show')))
}
