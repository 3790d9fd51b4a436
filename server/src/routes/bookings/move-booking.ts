import { type ParsedNewTime, proposeTime, rescheduleBooking } from '@codex-booking/sdk/contract'
import type { FastifyInstance } from 'fastify'
import type { BookingDeps } from '../../booking/deps.js'
import type { NewTime } from '../../booking/new-time.js'
import { proposeTime as propose } from '../../booking/propose-time.js'
import { rescheduleBooking as reschedule } from '../../booking/reschedule-booking.js'
import { readShown } from './asked-visit.js'
import { changeAnswer } from './change-answer.js'

/** The two operations that name another time: the client's, or the house's proposal. */
export const moveBooking = (app: FastifyInstance, deps: BookingDeps): void => {
  app.serve(rescheduleBooking, (call) =>
    changeAnswer(call, (request) => reschedule(deps, call.site, request, readTime(call.body))),
  )
  app.serve(proposeTime, (call) =>
    changeAnswer(call, (request) => propose(deps, call.site, request, readTime(call.body))),
  )
}

const readTime = ({ start, items, shown, arrangement = 'stages', ...rest }: ParsedNewTime): NewTime => ({
  start: new Date(start),
  question: items && { ...rest, items, arrangement },
  shown: readShown(shown),
})
