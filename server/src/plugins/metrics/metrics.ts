import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { BookingCounters } from '../../booking/booking-counters.js'
import type { CacheCounters } from '../../cache/counters.js'
import { bookingCounters } from './booking-counters.js'
import { cacheCounters } from './cache-counters.js'

/** What the server counts and measures, for Prometheus. */
export interface Metrics {
  readonly registry: Registry
  /** Seconds, by method, route pattern and status. */
  readonly requestDuration: Histogram<'method' | 'route' | 'status'>
  /** Attempts to hold, to book and to change bookings, by the code they ended with; `ok` for a success. */
  readonly bookingOutcomes: Counter<'operation' | 'result'>
  /** Of who writes bookings: how long they wait for each other, begin again, and what is refused. */
  readonly bookingCounters: BookingCounters
  /** Of the caches and the live updates. */
  readonly cacheCounters: CacheCounters
  /** Streams of events that are open. */
  readonly openStreams: Gauge
}

/** A registry of its own, so that several servers in one process do not get in each other's way. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requestDuration: new Histogram({
      name: 'codex_http_request_duration_seconds',
      help: 'Time from a request to the end of its answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [registry],
    }),
    bookingOutcomes: new Counter({
      name: 'codex_booking_outcomes_total',
      help: 'Attempts to hold, to book and to change bookings, by what came of them.',
      labelNames: ['operation', 'result'],
      registers: [registry],
    }),
    bookingCounters: bookingCounters(registry),
    cacheCounters: cacheCounters(registry),
    openStreams: new Gauge({
      name: 'codex_event_streams_open',
      help: 'Streams of events that are open.',
      registers: [registry],
    }),
  }
}
