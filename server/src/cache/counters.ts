/** What did something: one of the caches, what takes things out of them, the live updates, or the connection below. */
export type CachePart = 'busy' | 'versions' | 'answers' | 'snapshots' | 'invalidation' | 'live' | 'connection'

/**
 * What came of it. `unchanged`: whoever asked had the answer already. `refused`: a late answer was not stored, since it
 * may have been out of date. `dropped`: given up. The rest are errors: `down`, no connection; `skipped`, not asked, since
 * it let somebody wait in vain just before; `timeout`, no answer in time; `failed`, an answer that says no.
 */
export type CacheOutcome =
  | 'hit'
  | 'miss'
  | 'unchanged'
  | 'refused'
  | 'dropped'
  | 'down'
  | 'skipped'
  | 'timeout'
  | 'failed'

/** Where all of it is counted. */
export interface CacheCounters {
  count(part: CachePart, outcome: CacheOutcome, times?: number): void
}
