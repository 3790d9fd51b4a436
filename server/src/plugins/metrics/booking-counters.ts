import { Counter, Histogram, type Registry } from 'prom-client'
import type { BookingCounters } from '../../booking/booking-counters.js'

/** Counts in the metrics how writers of bookings get on with each other. */
export function bookingCounters(registry: Registry): BookingCounters {
  const registers = [registry]
  const refusedTimes = new Counter({
    name: 'codex_refused_times_total',
    help: 'Times that could not be had, by the wall that refused them.',
    labelNames: ['wall'],
    registers,
  })
  const lockWaits = new Histogram({
    name: 'codex_lock_wait_seconds',
    help: 'Time until the locks of a booking were there, or were given up.',
    labelNames: ['outcome'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5],
    registers,
  })
  const retries = new Counter({
    name: 'codex_transaction_retries_total',
    help: 'Transactions that began again, by what got in their way.',
    labelNames: ['cause', 'sqlstate'],
    registers,
  })
  return {
    waitedForLocks: (seconds, outcome) => lockWaits.observe({ outcome }, seconds),
    triedAgain: (cause, sqlState = 'none') => retries.inc({ cause, sqlstate: sqlState }),
    refused: (wall) => refusedTimes.inc({ wall }),
  }
}
