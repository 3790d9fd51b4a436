import type { ResourceDay } from '../busy-time.js'
import type { UtcDate } from '../utc-dates.js'

/** What every key of ours begins with. */
const PROJECT = 'codex'

/** The part in braces decides where a key lives: all keys of a site are on one node of a cluster. */
const key = (siteId: string, rest: string): string => `${PROJECT}:{${siteId}}:booking:${rest}`

/** A JSON list of `[startISO, endISO, seats]`; a hold has its end of life as the fourth. */
export const busyKey = (siteId: string, { resourceId, date }: ResourceDay): string =>
  key(siteId, `busy:${resourceId}:${date}`)

/** The token with which busy time may be stored. */
export const leaseKey = (siteId: string, { resourceId, date }: ResourceDay): string =>
  key(siteId, `lease:${resourceId}:${date}`)

/** A token that is another one after every change that touches the day. */
export const dateVersionKey = (siteId: string, date: UtcDate): string => key(siteId, `version:${date}`)

/** A token that is another one after every change of the site itself. */
export const siteVersionKey = (siteId: string): string => key(siteId, 'version:site')

/** The stream of the days that changed last; its name is that of the channel as well. */
export const changesKey = (siteId: string): string => key(siteId, 'changes')

/** The site that a key or channel belongs to. */
export const siteOfKey = (name: string): string | undefined => /\{([^}]*)\}/.exec(name)?.[1]
