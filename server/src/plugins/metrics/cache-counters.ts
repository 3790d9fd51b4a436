import type { CacheCounters } from '../../cache/counters.js'
import type { Metrics } from './metrics.js'

/** Counts in the metrics what the caches do. */
export const cacheCounters = ({ cacheOutcomes }: Metrics): CacheCounters => ({
  count: (part, outcome, times = 1) => cacheOutcomes.inc({ part, outcome }, times),
})
