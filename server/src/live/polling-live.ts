import type { CacheCounters } from '../cache/counters.js'
import { Unsent } from '../cache/unsent.js'
import type { Clock } from '../clock.js'
import { Audience } from './audience.js'
import type { LiveEvent, LiveUpdates } from './live-updates.js'

/** What has changed at a site since a position. */
export interface SiteChanges {
  /** Where to go on the next time. */
  readonly position: string
  /** UTC dates; `unknown` where the position is too old, or is none. */
  readonly dates: readonly string[] | 'unknown'
}

/** Who has not heard of a change for so long has looked anew by now. */
const GIVE_UP_SECONDS = 300
const MAX_UNSENT_DATES = 20_000

/** What polling needs. */
export interface PollingLiveDeps {
  clock: Clock
  counters: CacheCounters
  /**
   * Asks the database, for all sites at once. A position comes back from clients, so it may be anything; without one only
   * the position of now is wanted. Sites that are not in the answer have not changed.
   */
  changedSince(positions: ReadonlyMap<string, string | undefined>): Promise<ReadonlyMap<string, SiteChanges>>
  /** Writes down that days of a site have changed, for the processes that will ask. */
  record(siteId: string, dates: readonly string[]): Promise<void>
  onFailure(error: unknown): void
  /** Between two questions; default 2000. */
  pauseMs?: number
  maxWaiting?: number
}

/**
 * Tells the listeners of this process what any process has changed, by asking the database again and again while
 * somebody listens: for several processes without Redis.
 */
export function pollingLive(deps: PollingLiveDeps): LiveUpdates {
  const { clock, counters, changedSince, record, onFailure, pauseMs = 2_000, maxWaiting } = deps
  const positions = new Map<string, string | undefined>()
  const begun = new Map<string, Promise<void>>()
  const audience = new Audience({
    counters,
    onEmpty: (siteId) => {
      positions.delete(siteId)
      begun.delete(siteId)
    },
    ...(maxWaiting !== undefined && { maxWaiting }),
  })
  const unsent = new Unsent({
    clock,
    send: async (siteId, dates) => (await attempt(() => record(siteId, dates).then(() => true))) ?? false,
    giveUpAfterSeconds: GIVE_UP_SECONDS,
    maxItems: MAX_UNSENT_DATES,
    onDropped: (dates) => counters.count('live', 'dropped', dates),
  })
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  /** @returns undefined where the database could not be asked */
  async function attempt<Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await question()
    } catch (error) {
      counters.count('live', 'failed')
      onFailure(error)
      return undefined
    }
  }

  const ask = (asked: ReadonlyMap<string, string | undefined>) => attempt(() => changedSince(asked))

  /** Finds the position from which all who listen for a site are told. */
  function begin(siteId: string): Promise<void> {
    const known = begun.get(siteId)
    if (known) return known
    const beginning = ask(new Map([[siteId, undefined]])).then((changes) => {
      if (!audience.has(siteId)) return
      positions.set(siteId, changes?.get(siteId)?.position)
      pollLater()
    })
    begun.set(siteId, beginning)
    return beginning
  }

  async function poll(): Promise<void> {
    for (const [siteId, { position, dates }] of (await ask(new Map(positions))) ?? []) {
      if (!positions.has(siteId)) continue
      // Nobody knows what has changed since the listeners came, if the database could not be asked then.
      const event = positions.get(siteId) === undefined ? resetAt(position) : eventOf(position, dates)
      positions.set(siteId, position)
      if (event) audience.tell(siteId, event)
    }
    timer = undefined
    pollLater()
  }

  function pollLater(): void {
    if (isClosed || positions.size === 0) return
    timer ??= setTimeout(() => void poll(), pauseMs).unref()
  }

  /** Asked for after the others' position was found: what comes after this one is told to all. */
  async function firstOf(siteId: string, lastEventId: string | undefined): Promise<LiveEvent> {
    const position = positions.get(siteId)
    if (lastEventId === undefined) return position === undefined ? { type: 'reset' } : { type: 'ready', id: position }
    const changes = await ask(new Map([[siteId, lastEventId]]))
    if (changes === undefined) return { type: 'reset' }
    const missed = changes.get(siteId)
    const ready: LiveEvent = { type: 'ready', id: missed?.position ?? lastEventId }
    return missed ? (eventOf(missed.position, missed.dates) ?? ready) : ready
  }

  return {
    publish: async (siteId, dates) => {
      if (dates.length === 0) return
      unsent.add(siteId, dates)
      await unsent.flush()
    },
    listen: (siteId, { lastEventId } = {}) => {
      const listener = audience.join(siteId)
      const open = async () => {
        await begin(siteId)
        listener.open(await firstOf(siteId, lastEventId))
      }
      void open()
      return listener
    },
    close: () => {
      isClosed = true
      unsent.stop()
      clearTimeout(timer)
      audience.close()
    },
  }
}

const resetAt = (id: string): LiveEvent => ({ type: 'reset', id })

function eventOf(id: string, dates: SiteChanges['dates']): LiveEvent | undefined {
  if (dates === 'unknown') return resetAt(id)
  return dates.length > 0 ? { type: 'changed', id, dates } : undefined
}
