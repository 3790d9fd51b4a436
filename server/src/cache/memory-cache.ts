import { LRUCache } from 'lru-cache'
import type { Clock } from '../clock.js'
import type { BusyInterval, ResourceDay } from './busy-time.js'
import type { CacheCounters } from './counters.js'
import { newToken } from './new-token.js'
import { BUSY_TTL_SECONDS, type KnownBusy, LEASE_SECONDS, type SiteCache, VERSION_TTL_SECONDS } from './site-cache.js'

/** What a cache in memory needs. */
export interface MemoryCacheDeps {
  clock: Clock
  counters: CacheCounters
  /** Days of resources whose busy time is kept; default 20,000. */
  maxDays?: number
}

/** Remembers in the memory of this process, so it is right only where there is no other. */
export function memoryCache({ clock, counters, maxDays = 20_000 }: MemoryCacheDeps): SiteCache {
  const lru = <Value extends {}>(ttlSeconds: number) =>
    new LRUCache<string, Value>({
      max: maxDays,
      ttl: ttlSeconds * 1000,
      ttlResolution: 0,
      perf: { now: () => clock.now().getTime() },
    })
  const busy = lru<readonly BusyInterval[]>(BUSY_TTL_SECONDS)
  const leases = lru<string>(LEASE_SECONDS)
  const versions = lru<string>(VERSION_TTL_SECONDS)
  const dayKey = (siteId: string, { resourceId, date }: ResourceDay) => `${siteId} ${resourceId} ${date}`
  const versionKeys = (siteId: string, dates: readonly string[]) => [
    siteId,
    ...dates.map((date) => `${siteId} ${date}`),
  ]

  function tokenIn(tokens: LRUCache<string, string>, key: string): { token: string; isNew: boolean } {
    const known = tokens.get(key)
    if (known !== undefined) return { token: known, isNew: false }
    const token = newToken()
    tokens.set(key, token)
    return { token, isNew: true }
  }

  function known(key: string): KnownBusy {
    const found = busy.get(key)
    counters.count('busy', found ? 'hit' : 'miss')
    return found ? { busy: found } : { busy: undefined, lease: tokenIn(leases, key).token }
  }

  return {
    versions: async (siteId, dates) => {
      const found = versionKeys(siteId, dates).map((key) => tokenIn(versions, key))
      const misses = found.filter(({ isNew }) => isNew).length
      counters.count('versions', 'hit', found.length - misses)
      if (misses > 0) counters.count('versions', 'miss', misses)
      const tokens = found.map(({ token }) => token)
      return { site: tokens[0] ?? '', all: tokens.join('.') }
    },
    readBusy: async (siteId, days) => days.map((day) => known(dayKey(siteId, day))),
    storeBusy: async (siteId, entries) => {
      for (const entry of entries) {
        const key = dayKey(siteId, entry)
        if (leases.get(key) === entry.lease) busy.set(key, entry.busy)
        else counters.count('busy', 'refused')
      }
    },
    invalidate: async (siteId, { days = [], isSiteChanged = false }) => {
      for (const day of days) {
        const key = dayKey(siteId, day)
        busy.delete(key)
        leases.delete(key)
        versions.delete(`${siteId} ${day.date}`)
      }
      if (isSiteChanged) versions.delete(siteId)
    },
    close: async () => {
      for (const store of [busy, leases, versions]) store.clear()
    },
  }
}
