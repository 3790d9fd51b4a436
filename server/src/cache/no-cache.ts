import type { SiteCache } from './site-cache.js'

/** Remembers nothing: for several processes without Redis, of which none knows what the others change. */
export const noCache: SiteCache = {
  versions: () => Promise.resolve(undefined),
  readBusy: (_siteId, days) => Promise.resolve(days.map(() => ({ busy: undefined }))),
  storeBusy: () => Promise.resolve(),
  invalidate: () => Promise.resolve(),
  close: () => Promise.resolve(),
}
