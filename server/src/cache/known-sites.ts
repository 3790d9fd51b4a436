import { LRUCache } from 'lru-cache'
import type { Sql } from '../store/database.js'
import { findSiteByPublishableKey } from '../store/find-site-by-publishable-key.js'
import { findSiteBySecretKey } from '../store/find-site-by-secret-key.js'
import { keyHash } from '../store/key-hash.js'
import { type KeyedSite, readKeyedSite } from '../store/read-site.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { CacheCounters } from './counters.js'
import type { SiteCache, SiteVersions } from './site-cache.js'
import { SiteSnapshots } from './site-snapshots.js'

/** What opening sites by their keys needs. */
export interface KnownSitesDeps {
  sql: Sql
  cache: SiteCache
  counters: CacheCounters
  /** Default 10,000. */
  maxKeys?: number
}

/**
 * The sites that keys open. Which site a key opened last is remembered as a guess only: what counts are the keys that
 * belong to the site at its version now, so a key that was replaced opens nothing any more.
 */
export class KnownSites {
  readonly #sql: Sql
  readonly #cache: SiteCache
  readonly #snapshots: SiteSnapshots<KeyedSite>
  readonly #siteIds: LRUCache<string, string>

  constructor({ sql, cache, counters, maxKeys = 10_000 }: KnownSitesDeps) {
    this.#sql = sql
    this.#cache = cache
    this.#snapshots = new SiteSnapshots({ counters, read: (siteId) => readKeyedSite(sql, siteId) })
    this.#siteIds = new LRUCache({ max: maxKeys })
  }

  /**
   * The site that a key opens now.
   *
   * @param key publishable (`pk_...`) or secret (`sk_...`)
   */
  async open(key: string): Promise<SiteSnapshot | undefined> {
    const guess = this.#siteIds.get(nameOf(key))
    const guessed = guess && (await this.openAt(key, guess, await this.#cache.versions(guess, [])))
    if (guessed) return guessed

    const siteId = await (isSecret(key) ? findSiteBySecretKey : findSiteByPublishableKey)(this.#sql, key)
    if (siteId === undefined) return undefined
    this.#siteIds.set(nameOf(key), siteId)
    const known = await this.openAt(key, siteId, await this.#cache.versions(siteId, []))
    // Where nobody could say that the site was changed, it is read anew.
    return known ?? this.openAt(key, siteId, undefined)
  }

  /**
   * A site as it was at these versions or later, if the key opens it.
   *
   * @param versions without them it is read anew
   */
  async openAt(key: string, siteId: string, versions: SiteVersions | undefined): Promise<SiteSnapshot | undefined> {
    return openedBy(key, await this.#snapshots.of(siteId, versions))
  }

  /** The site that a key opened the last time, as it was then: a guess of what it opens now, see `openAt`. */
  async last(key: string): Promise<SiteSnapshot | undefined> {
    const siteId = this.#siteIds.get(nameOf(key))
    return siteId === undefined ? undefined : openedBy(key, await this.#snapshots.last(siteId))
  }
}

const isSecret = (key: string): boolean => key.startsWith('sk_')

/** Secrets are kept as hashes only, here as everywhere. */
const nameOf = (key: string): string => (isSecret(key) ? keyHash(key) : key)

function openedBy(key: string, keyed: KeyedSite | undefined): SiteSnapshot | undefined {
  if (keyed === undefined) return undefined
  const own = isSecret(key) ? keyed.secretKeyHash : keyed.publishableKey
  return own === nameOf(key) ? keyed.site : undefined
}
