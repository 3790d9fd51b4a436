import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What the server counts and measures, for Prometheus. */
export interface Metrics {
  readonly registry: Registry
  /** Seconds, by method, route pattern and status. */
  readonly requestDuration: Histogram<'method' | 'route' | 'status'>
  /** Attempts to hold, to book and to change bookings, by the code they ended with; `ok` for a success. */
  readonly bookingOutcomes: Counter<'operation' | 'result'>
  /** Times that were refused, by who refused them: the look under lock, or the constraint behind it. */
  readonly refusedTimes: Counter<'wall'>
  /** Seconds until the locks of a booking were there, or were given up. */
  readonly lockWaits: Histogram<'outcome'>
  /** Transactions that began again, by what got in their way and what the database called it. */
  readonly retries: Counter<'cause' | 'sqlstate'>
  /** What the caches and the live updates did, by part and by what came of it. */
  readonly cacheOutcomes: Counter<'part' | 'outcome'>
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
    refusedTimes: new Counter({
      name: 'codex_refused_times_total',
      help: 'Times that could not be had, by the wall that refused them.',
      labelNames: ['wall'],
      registers: [registry],
    }),
    lockWaits: new Histogram({
      name: 'codex_lock_wait_seconds',
      help: 'Time until the locks of a booking were there, or were given up.',
      labelNames: ['outcome'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5],
      registers: [registry],
    }),
    retries: new Counter({
      name: 'codex_transaction_retries_total',
      help: 'Transactions that began again, by what got in their way.',
      labelNames: ['cause', 'sqlstate'],
      registers: [registry],
    }),
    cacheOutcomes: new Counter({
      name: 'codex_cache_outcomes_total',
      help: 'What the caches and the live updates did, by what came of it.',
      labelNames: ['part', 'outcome'],
      registers: [registry],
    }),
    openStreams: new Gauge({
      name: 'codex_event_streams_open',
      help: 'Streams of events that are open.',
      registers: [registry],
    }),
  }
}
