import type { CacheCounters, CacheOutcome, CachePart } from './counters.js'

/** Counters whose figures can be asked for. */
export interface Counted extends CacheCounters {
  of(part: CachePart, outcome: CacheOutcome): number
}

export function counted(): Counted {
  const figures = new Map<string, number>()
  const of = (part: CachePart, outcome: CacheOutcome) => figures.get(`${part} ${outcome}`) ?? 0
  return {
    of,
    count: (part, outcome, times = 1) => {
      figures.set(`${part} ${outcome}`, of(part, outcome) + times)
    },
  }
}
