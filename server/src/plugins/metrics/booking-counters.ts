import type { BookingCounters } from '../../booking/booking-counters.js'
import type { Metrics } from './metrics.js'

/** Counts in the metrics how writers of bookings get on with each other. */
export const bookingCounters = ({ lockWaits, retries, refusedTimes }: Metrics): BookingCounters => ({
  waitedForLocks: (seconds, outcome) => lockWaits.observe({ outcome }, seconds),
  triedAgain: (cause, sqlState = 'none') => retries.inc({ cause, sqlstate: sqlState }),
  refused: (wall) => refusedTimes.inc({ wall }),
})
