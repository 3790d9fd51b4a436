import { LRUCache } from 'lru-cache'
import type { CacheCounters } from './counters.js'
import type { SiteVersions } from './site-cache.js'

/**
 * Snapshots of sites, kept in this process under the version that was read before them.
 *
 * @example
 * const snapshots = new SiteSnapshots({ counters, read: (siteId) => readSite(database.sql, siteId) })
 * const site = await snapshots.of(siteId, await cache.versions(siteId, []))
 */
export class SiteSnapshots<Snapshot extends {}> {
  readonly #kept: LRUCache<string, { version: string; snapshot: Promise<Snapshot | undefined> }>
  readonly #counters: CacheCounters
  readonly #read: (siteId: string) => Promise<Snapshot | undefined>

  constructor(deps: {
    counters: CacheCounters
    /** Reads it from the database, never from a replica. */
    read: (siteId: string) => Promise<Snapshot | undefined>
    /** Default 1,000. */
    maxSites?: number
  }) {
    this.#counters = deps.counters
    this.#read = deps.read
    this.#kept = new LRUCache({ max: deps.maxSites ?? 1_000 })
  }

  /**
   * The site as it was at these versions or later; read once by all who ask at the same time.
   *
   * @param versions without them it is read anew
   * @returns undefined where there is no such site
   * @throws what reading throws; the next who asks tries again
   */
  of(siteId: string, versions: SiteVersions | undefined): Promise<Snapshot | undefined> {
    if (versions === undefined) return this.#read(siteId)
    const kept = this.#kept.get(siteId)
    const isCurrent = kept?.version === versions.site
    this.#counters.count('snapshots', isCurrent ? 'hit' : 'miss')
    if (isCurrent) return kept.snapshot
    const entry = { version: versions.site, snapshot: this.#read(siteId) }
    this.#kept.set(siteId, entry)
    entry.snapshot.catch(() => {
      if (this.#kept.peek(siteId) === entry) this.#kept.delete(siteId)
    })
    return entry.snapshot
  }

  /**
   * The last one that was read, at whatever version: good for what hardly ever changes, such as the time zone with which
   * to name the dates whose versions are then asked for.
   */
  last(siteId: string): Promise<Snapshot | undefined> | undefined {
    return this.#kept.peek(siteId)?.snapshot
  }
}
