import { findNearestSlots, getCalendar, listSlots } from './availability.js'
import { cancelBooking, createBooking, getBooking } from './bookings.js'
import { listResources } from './resources.js'
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
  createBooking,
  getBooking,
  cancelBooking,
} as const
