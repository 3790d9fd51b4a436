import type { Clock } from '../../clock.js'
import type { CacheCounters } from '../counters.js'
import { newToken } from '../new-token.js'
import {
  BUSY_TTL_SECONDS,
  type KnownBusy,
  LEASE_SECONDS,
  type SiteCache,
  type SiteChange,
  VERSION_TTL_SECONDS,
} from '../site-cache.js'
import { Unsent } from '../unsent.js'
import { readBusy, writeBusy } from './busy-value.js'
import type { RedisConnection } from './redis-connection.js'
import { busyKey, dateVersionKey, leaseKey, siteVersionKey } from './redis-keys.js'

/** What a cache in Redis needs. */
export interface RedisCacheDeps {
  redis: RedisConnection
  clock: Clock
  counters: CacheCounters
}

/** Several megabytes: bookings of some minutes under load, and nobody waits longer than busy time is kept. */
const MAX_UNSENT_KEYS = 50_000
const KEYS_AT_ONCE = 1_000

/** Remembers in Redis, for all processes that use it. */
export function redisCache({ redis, clock, counters }: RedisCacheDeps): SiteCache {
  const unlink = async (siteId: string, keys: readonly string[]): Promise<boolean> =>
    (await redis.attempt('invalidation', siteId, (client) => client.unlink(...keys))) !== undefined

  const unsent = new Unsent({
    clock,
    send: async (siteId, keys) => {
      for (let from = 0; from < keys.length; from += KEYS_AT_ONCE)
        if (!(await unlink(siteId, keys.slice(from, from + KEYS_AT_ONCE)))) return false
      return true
    },
    giveUpAfterSeconds: BUSY_TTL_SECONDS,
    maxItems: MAX_UNSENT_KEYS,
    onDropped: (keys) => counters.count('invalidation', 'dropped', keys),
  })
  redis.onUsable(() => void unsent.flush())

  const takeVersions = (siteId: string, keys: readonly string[]) =>
    redis.attempt('versions', siteId, (client) =>
      client.takeVersions(keys.length, ...keys, newToken(), VERSION_TTL_SECONDS),
    )

  async function takeLeases(siteId: string, pairs: readonly string[]): Promise<KnownBusy[] | undefined> {
    const answer = await redis.attempt('busy', siteId, (client) =>
      client.takeLeases(pairs.length, ...pairs, newToken(), LEASE_SECONDS),
    )
    return answer && pairs.flatMap((_, index) => (index % 2 ? [] : [knownOf(answer[index], answer[index + 1])]))
  }

  return {
    versions: async (siteId, dates) => {
      // What this process has changed and could not tell is still the old one in Redis.
      if (unsent.has(siteId)) return undefined
      const keys = [siteVersionKey(siteId), ...dates.map((date) => dateVersionKey(siteId, date))]
      const found = await redis.attempt('versions', siteId, (client) => client.mget(keys))
      if (found === undefined) return undefined
      const missing = keys.filter((_, index) => found[index] === null)
      counters.count('versions', 'hit', keys.length - missing.length)
      if (missing.length > 0) counters.count('versions', 'miss', missing.length)
      const taken = missing.length === 0 ? [] : await takeVersions(siteId, missing)
      if (taken === undefined) return undefined
      const fresh = taken.values()
      const tokens = found.map((token) => token ?? fresh.next().value ?? '')
      return { site: tokens[0] ?? '', all: tokens.join('.') }
    },

    readBusy: async (siteId, days) => {
      const nothing = days.map((): KnownBusy => ({ busy: undefined }))
      if (days.length === 0 || unsent.has(siteId)) return nothing
      const keys = days.map((day) => busyKey(siteId, day))
      const found = await redis.attempt('busy', siteId, (client) => client.mget(keys))
      if (found === undefined) return nothing
      const known = found.map((text) => knownOf(text, null))
      const missing = days.filter((_, index) => known[index]?.busy === undefined)
      counters.count('busy', 'hit', days.length - missing.length)
      if (missing.length === 0) return known
      counters.count('busy', 'miss', missing.length)
      const leased = await takeLeases(
        siteId,
        missing.flatMap((day) => [busyKey(siteId, day), leaseKey(siteId, day)]),
      )
      const next = leased?.values()
      return known.map((one) => (one.busy === undefined ? (next?.next().value ?? one) : one))
    },

    storeBusy: async (siteId, entries) => {
      if (entries.length === 0) return
      const keys = entries.flatMap((entry) => [busyKey(siteId, entry), leaseKey(siteId, entry)])
      const values = entries.flatMap(({ lease, busy }) => [lease, writeBusy(busy)])
      const stored = await redis.attempt('busy', siteId, (client) =>
        client.storeLeased(keys.length, ...keys, BUSY_TTL_SECONDS, ...values),
      )
      if (stored !== undefined && stored < entries.length) counters.count('busy', 'refused', entries.length - stored)
    },

    invalidate: async (siteId, change) => {
      const keys = keysOf(siteId, change)
      if (keys.length > 0 && !(await unlink(siteId, keys))) unsent.add(siteId, keys)
    },

    close: async () => {
      await unsent.flush()
      unsent.stop()
    },
  }
}

const knownOf = (text: string | null | undefined, lease: string | null | undefined): KnownBusy => {
  const busy = text ? readBusy(text) : undefined
  if (busy) return { busy }
  return lease ? { busy: undefined, lease } : { busy: undefined }
}

/** All in one command: whoever sees the new versions must not find the old busy time. */
const keysOf = (siteId: string, { days = [], isSiteChanged = false }: SiteChange): string[] => [
  ...days.flatMap((day) => [busyKey(siteId, day), leaseKey(siteId, day)]),
  ...[...new Set(days.map(({ date }) => date))].map((date) => dateVersionKey(siteId, date)),
  ...(isSiteChanged ? [siteVersionKey(siteId)] : []),
]
