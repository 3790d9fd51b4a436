import { LRUCache } from 'lru-cache'
import type { CacheCounters } from '../cache/counters.js'
import { newToken } from '../cache/new-token.js'
import { Audience } from './audience.js'
import type { LiveEvent, LiveUpdates } from './live-updates.js'

/** What happened last at a site; everything after `since` is there. */
interface RecentChanges {
  since: number
  readonly changes: { readonly number: number; readonly dates: readonly string[] }[]
}

const KEPT_CHANGES = 1_000
const KEPT_SITES = 1_000

/** Tells the listeners of this process; right only where there is no other. */
export function memoryLive({ counters, maxWaiting }: { counters: CacheCounters; maxWaiting?: number }): LiveUpdates {
  const audience = new Audience({ counters, ...(maxWaiting !== undefined && { maxWaiting }) })
  const recent = new LRUCache<string, RecentChanges>({ max: KEPT_SITES })
  // The numbers of an earlier process mean nothing to this one.
  const epoch = newToken()
  let last = 0
  const idOf = (number: number) => `${epoch}.${number}`

  function recentOf(siteId: string): RecentChanges {
    const known = recent.get(siteId)
    if (known) return known
    const fresh = { since: last, changes: [] }
    recent.set(siteId, fresh)
    return fresh
  }

  function firstOf({ since, changes }: RecentChanges, lastEventId: string | undefined): LiveEvent {
    const id = idOf(last)
    if (lastEventId === undefined) return { type: 'ready', id }
    const [heardEpoch, heard = ''] = lastEventId.split('.')
    const number = /^\d{1,15}$/.test(heard) ? Number(heard) : Number.NaN
    if (heardEpoch !== epoch || !(number >= since && number <= last)) return { type: 'reset', id }
    const missed = changes.filter((change) => change.number > number)
    if (missed.length === 0) return { type: 'ready', id }
    return { type: 'changed', id, dates: [...new Set(missed.flatMap(({ dates }) => dates))] }
  }

  return {
    publish: async (siteId, dates) => {
      if (dates.length === 0) return
      const { changes } = recentOf(siteId)
      last += 1
      changes.push({ number: last, dates })
      if (changes.length > KEPT_CHANGES) recentOf(siteId).since = changes.shift()?.number ?? last
      audience.tell(siteId, { type: 'changed', id: idOf(last), dates })
    },
    listen: (siteId, { lastEventId } = {}) => {
      const first = firstOf(recentOf(siteId), lastEventId)
      const listener = audience.join(siteId)
      listener.open(first)
      return listener
    },
    close: () => audience.close(),
  }
}
