import { findNearestSlots, getCalendar, listSlots } from './availability.js'
import {
  cancelBooking,
  completeBooking,
  confirmBooking,
  createBooking,
  getBooking,
  markNoShow,
  proposeTime,
  rescheduleBooking,
} from './bookings.js'
import { followEvents } from './events.js'
import { createHold, extendHold, releaseHold } from './holds.js'
import type { Operation } from './operation.js'
import { listResources } from './resources.js'
import type { OperationId } from './routes.js'
import { listServices } from './services.js'
import { getSite } from './site.js'

/** The whole API, version 1. */
export const operations = {
  getSite,
  listServices,
  listResources,
  getCalendar,
  listSlots,
  findNearestSlots,
  followEvents,
  createHold,
  extendHold,
  releaseHold,
  createBooking,
  getBooking,
  cancelBooking,
  rescheduleBooking,
  confirmBooking,
  completeBooking,
  markNoShow,
  proposeTime,
} as const satisfies { [Id in OperationId]: Operation & { id: Id } }

/** The operations by id, for types that follow from them. */
export type Operations = typeof operations
