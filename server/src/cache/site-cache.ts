import type { BusyInterval, ResourceDay } from './busy-time.js'
import type { UtcDate } from './utc-dates.js'

/** How long busy time is kept: what an invalidation missed is out of date for no longer. */
export const BUSY_TTL_SECONDS = 300
/** How long somebody may take to read from the database and still store it. */
export const LEASE_SECONDS = 10
/** How long a version is kept: an answer under one whose end nobody told us is out of date for no longer. */
export const VERSION_TTL_SECONDS = 60

/** What answers about a site are right for. Two are equal only if nothing has changed in between. */
export interface SiteVersions {
  /** Of everything but the bookings: settings, hours, services, people. */
  readonly site: string
  /** Of that and of all the dates that were asked for, in one text. */
  readonly all: string
}

/** Busy time that is known, or the leave to store it: without a lease there is none. */
export type KnownBusy =
  | { readonly busy: readonly BusyInterval[] }
  | { readonly busy: undefined; readonly lease?: string }

/** Busy time of one day of a resource, read from the database after the lease was taken. */
export interface BusyEntry extends ResourceDay {
  readonly lease: string
  readonly busy: readonly BusyInterval[]
}

/** What a committed transaction touched. */
export interface SiteChange {
  /** Days of resources on which time was taken or freed, see `daysOfBlocks`. */
  readonly days?: readonly ResourceDay[]
  /** Whether anything of the site's snapshot is different. */
  readonly isSiteChanged?: boolean
}

/**
 * What the processes of a site remember together. It is never needed: no method throws, and what cannot be done is
 * left undone.
 *
 * Whoever answers a question reads `versions` before everything else, and keeps the answer under these and no newer
 * ones.
 */
export interface SiteCache {
  /**
   * The versions at this moment, in one round trip.
   *
   * @returns undefined where nobody knows: keep nothing then
   */
  versions(siteId: string, dates: readonly UtcDate[]): Promise<SiteVersions | undefined>

  /** What is known of these days, in their order; one round trip where all of it is. */
  readBusy(siteId: string, days: readonly ResourceDay[]): Promise<KnownBusy[]>

  /** Stores what was read from the database, except where it has changed since the lease was taken. */
  storeBusy(siteId: string, entries: readonly BusyEntry[]): Promise<void>

  /** Takes everything out that a change made wrong, all at once. To be called after the commit, and waited for. */
  invalidate(siteId: string, change: SiteChange): Promise<void>

  close(): Promise<void>
}
