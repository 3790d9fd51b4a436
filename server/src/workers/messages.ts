import type { MetricObjectWithValues, MetricValue } from 'prom-client'

/** Everything that a process measured, as `Registry.getMetricsAsJSON` gives it. */
export type Measured = MetricObjectWithValues<MetricValue<string>>[]

/** What a worker says to the primary. */
export type FromWorker =
  /** It takes requests. */
  | { type: 'ready'; apiUrl: string }
  /** An answer to `measure`. */
  | { type: 'measured'; question: number; measured: Measured }

/** What the primary says to a worker. */
export type ToWorker =
  /** Finish what runs, then end. */
  { type: 'stop' } | { type: 'measure'; question: number }
