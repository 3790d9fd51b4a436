import { fastifyPlugin } from 'fastify-plugin'
import type { BookingDeps } from '../booking/deps.js'
import type { FollowDeps } from '../booking/follow-days.js'
import { findNearestSlots } from './availability/find-nearest-slots.js'
import { getCalendar } from './availability/get-calendar.js'
import { listSlots } from './availability/list-slots.js'
import { cancelBooking } from './bookings/cancel-booking.js'
import { confirmBooking } from './bookings/confirm-booking.js'
import { createBooking } from './bookings/create-booking.js'
import { endBooking } from './bookings/end-booking.js'
import { getBooking } from './bookings/get-booking.js'
import { moveBooking } from './bookings/move-booking.js'
import { getSite } from './catalogue/get-site.js'
import { listResources } from './catalogue/list-resources.js'
import { listServices } from './catalogue/list-services.js'
import { followEvents } from './events/follow-events.js'
import { createHold } from './holds/create-hold.js'
import { extendHold } from './holds/extend-hold.js'
import { releaseHold } from './holds/release-hold.js'

/** Every operation of the contract. */
export const v1 = fastifyPlugin(
  async (app, deps: BookingDeps & FollowDeps) => {
    getSite(app)
    listServices(app)
    listResources(app)

    getCalendar(app)
    listSlots(app)
    findNearestSlots(app)
    followEvents(app, deps)

    createHold(app, deps)
    extendHold(app, deps)
    releaseHold(app, deps)

    createBooking(app, deps)
    getBooking(app, deps)
    cancelBooking(app, deps)
    moveBooking(app, deps)
    confirmBooking(app, deps)
    endBooking(app, deps)
  },
  { name: 'v1', dependencies: ['contract', 'serve-times', 'event-streams'] },
)
