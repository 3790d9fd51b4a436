import { Counter, type Registry } from 'prom-client'
import type { CacheCounters } from '../../cache/counters.js'

/** Counts in the metrics what the caches and the live updates do. */
export function cacheCounters(registry: Registry): CacheCounters {
  const outcomes = new Counter({
    name: 'codex_cache_outcomes_total',
    help: 'What the caches and the live updates did, by what came of it.',
    labelNames: ['part', 'outcome'],
    registers: [registry],
  })
  return { count: (part, outcome, times = 1) => outcomes.inc({ part, outcome }, times) }
}
