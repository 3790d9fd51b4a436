import { type BusyBlock, type BusyInterval, busyOfDays, busyWithin, type ResourceDay } from './busy-time.js'
import type { BusyEntry, KnownBusy, SiteCache } from './site-cache.js'
import { MINUTES_PER_DAY, startOfUtcDate, utcDatesOf } from './utc-dates.js'

/** Resources and a time, in minutes since the epoch; the end is not part of it. */
export interface BusyRange {
  readonly resourceIds: readonly string[]
  readonly start: number
  readonly end: number
}

/** What is taken. */
export interface BusyTimes {
  /** All of the range, and perhaps more before and after it; the earliest first. No hold that has run out is in it. */
  readonly byResource: ReadonlyMap<string, readonly BusyInterval[]>
  /** The moment at which the first of the holds in it runs out, and with it what was worked out from this. */
  readonly validUntil: Date | undefined
}

/** Whose busy time is asked for, and how it is read where nobody knows it. */
export interface BusyQuestion {
  siteId: string
  range: BusyRange
  now: Date
  /** Reads blocks from the database, never from a replica, which may be behind the lease. */
  load(range: BusyRange): Promise<readonly BusyBlock[]>
}

/**
 * What is taken of resources, from the cache as far as it is known there, else from the database. Only to be shown:
 * whoever books reads under a lock.
 *
 * @throws what `load` throws
 */
export async function cachedBusy(cache: SiteCache, question: BusyQuestion): Promise<BusyTimes> {
  const { siteId, range, now, load } = question
  const dates = utcDatesOf(range)
  const days = range.resourceIds.flatMap((resourceId) => dates.map((date) => ({ resourceId, date })))
  const known = await cache.readBusy(siteId, days)
  const missing = days.filter((_, index) => known[index]?.busy === undefined)
  if (missing.length === days.length && !known.some(hasLease)) return uncached(await load(range), range, now)

  const read = missing.length === 0 ? [] : busyOfDays(await load(covering(missing)), missing)
  await cache.storeBusy(siteId, leased(missing, read, known))
  const byDay = read.values()
  return timesOf(
    Map.groupBy(
      days.map(({ resourceId }, index) => ({ resourceId, busy: known[index]?.busy ?? byDay.next().value ?? [] })),
      ({ resourceId }) => resourceId,
    ),
    now,
  )
}

const hasLease = (known: KnownBusy) => known.busy === undefined && known.lease !== undefined

/** One range over all days that are missing. */
function covering(missing: readonly ResourceDay[]): BusyRange {
  const starts = missing.map(({ date }) => startOfUtcDate(date))
  return {
    resourceIds: [...new Set(missing.map(({ resourceId }) => resourceId))],
    start: Math.min(...starts),
    end: Math.max(...starts) + MINUTES_PER_DAY,
  }
}

function leased(
  missing: readonly ResourceDay[],
  read: readonly (readonly BusyInterval[])[],
  known: readonly KnownBusy[],
): BusyEntry[] {
  const leases = known.flatMap((one) => (one.busy === undefined ? [one.lease] : []))
  return missing.flatMap((day, index) => {
    const lease = leases[index]
    return lease === undefined ? [] : [{ ...day, lease, busy: read[index] ?? [] }]
  })
}

function uncached(blocks: readonly BusyBlock[], { resourceIds, start, end }: BusyRange, now: Date): BusyTimes {
  const byResource = Map.groupBy(blocks, ({ resourceId }) => resourceId)
  const busyOf = (id: string) => [{ busy: busyWithin(byResource.get(id) ?? [], start, end) }]
  return timesOf(new Map(resourceIds.map((id) => [id, busyOf(id)])), now)
}

function timesOf(
  byResource: ReadonlyMap<string, readonly { readonly busy: readonly BusyInterval[] }[]>,
  now: Date,
): BusyTimes {
  const nowMs = now.getTime()
  let validUntilMs = Number.POSITIVE_INFINITY
  const isTaken = ({ expiresAtMs }: BusyInterval) => {
    if (expiresAtMs === undefined) return true
    if (expiresAtMs <= nowMs) return false
    validUntilMs = Math.min(validUntilMs, expiresAtMs)
    return true
  }
  const times = new Map<string, BusyInterval[]>()
  for (const [id, days] of byResource)
    times.set(
      id,
      days.flatMap(({ busy }) => busy.filter(isTaken)),
    )
  return { byResource: times, validUntil: Number.isFinite(validUntilMs) ? new Date(validUntilMs) : undefined }
}
