import type { Clock } from '../clock.js'
import type { CacheCounters } from '../cache/counters.js'
import { withDeadline } from '../cache/redis/deadline.js'
import type { RedisClient } from '../cache/redis/redis-client.js'
import type { RedisConnection } from '../cache/redis/redis-connection.js'
import { changesKey, siteOfKey } from '../cache/redis/redis-keys.js'
import { Unsent } from '../cache/unsent.js'
import { Audience } from './audience.js'
import type { LiveEvent, LiveUpdates } from './live-updates.js'
import { connectSubscriber } from './redis-subscriber.js'
import { READ_MISSED } from './scripts/read-missed.js'
import { TELL_CHANGE } from './scripts/tell-change.js'

/** Commands that the connection has to be given, see `RedisDeps`. */
export const LIVE_SCRIPTS = { tellChange: TELL_CHANGE, readMissed: READ_MISSED }

interface LiveClient extends RedisClient {
  tellChange(keys: 1, stream: string, dates: string, length: number, seconds: number): Promise<string>
  readMissed(keys: 1, stream: string, lastId: string, seconds: number): Promise<[newest: string, ...more: string[]]>
}

/** What live updates through Redis need. */
export interface RedisLiveDeps {
  /** Connected with `LIVE_SCRIPTS`. */
  redis: RedisConnection
  clock: Clock
  counters: CacheCounters
  maxWaiting?: number
}

const KEPT_CHANGES = 1_000
const KEPT_SECONDS = 3_600
/** Who has not heard of a change for so long has looked anew by now. */
const GIVE_UP_SECONDS = 300
const MAX_UNSENT_DATES = 20_000
/** Of an entry in a stream: anything else would be an error there, and comes from a client. */
const STREAM_ID = /^\d{1,15}-\d{1,15}$/

/** Tells the listeners of all processes that use the same Redis. */
export function redisLive({ redis, clock, counters, maxWaiting }: RedisLiveDeps): LiveUpdates {
  const attempt = <T>(siteId: string, work: (client: LiveClient) => Promise<T>) =>
    redis.attempt('live', siteId, (client) => work(client as LiveClient))

  const audience = new Audience({
    counters,
    onEmpty: (siteId) => subscriber.unsubscribe(changesKey(siteId)),
    ...(maxWaiting !== undefined && { maxWaiting }),
  })
  const subscriber = connectSubscriber({
    address: redis.address,
    failures: redis.failures,
    counters,
    onMessage: (channel, text) => {
      const siteId = siteOfKey(channel)
      const [id = '', dates = ''] = text.split(' ')
      if (siteId !== undefined) audience.tell(siteId, { type: 'changed', id, dates: datesOf(dates) })
    },
    onConnected: () => {
      for (const siteId of audience.sites()) void resetSite(siteId)
    },
  })

  const send = async (siteId: string, dates: readonly string[]): Promise<boolean> => {
    const text = JSON.stringify(dates)
    const id = await attempt(siteId, (client) =>
      client.tellChange(1, changesKey(siteId), text, KEPT_CHANGES, KEPT_SECONDS),
    )
    return id !== undefined
  }
  const unsent = new Unsent({
    clock,
    send,
    giveUpAfterSeconds: GIVE_UP_SECONDS,
    maxItems: MAX_UNSENT_DATES,
    onDropped: (dates) => counters.count('live', 'dropped', dates),
  })
  redis.onUsable(() => void unsent.flush())

  const readMissed = (siteId: string, lastId: string) =>
    attempt(siteId, (client) => client.readMissed(1, changesKey(siteId), lastId, KEPT_SECONDS))

  async function resetSite(siteId: string): Promise<void> {
    const [id] = (await readMissed(siteId, '')) ?? []
    audience.tell(siteId, { type: 'reset', id })
  }

  async function firstOf(siteId: string, lastEventId: string | undefined): Promise<LiveEvent> {
    const isOurs = lastEventId === undefined || STREAM_ID.test(lastEventId)
    const answer = await readMissed(siteId, isOurs ? (lastEventId ?? '') : '')
    if (answer === undefined) return { type: 'reset' }
    const [id, ...missed] = answer
    if (!isOurs || missed[0] === 'reset') return { type: 'reset', id }
    const dates = [...new Set(missed.flatMap(datesOf))]
    return dates.length === 0 ? { type: 'ready', id } : { type: 'changed', id, dates }
  }

  return {
    publish: async (siteId, dates) => {
      if (dates.length === 0 || (await send(siteId, dates))) return
      unsent.add(siteId, dates)
      // Those who listen here need no Redis to hear it.
      audience.tell(siteId, { type: 'changed', dates })
    },
    listen: (siteId, { lastEventId } = {}) => {
      const listener = audience.join(siteId)
      const begin = async () => {
        // What is told from here on waits in the listener; what was told before is in the stream.
        const heard = subscriber.subscribe(changesKey(siteId))
        const isHeard = await withDeadline(heard, redis.timeoutMs).catch(() => 'late' as const)
        const first: LiveEvent = isHeard === true ? await firstOf(siteId, lastEventId) : { type: 'reset' }
        if (isHeard === 'late') void heard.then((isNowHeard) => (isNowHeard ? resetSite(siteId) : undefined))
        listener.open([first], (event) => isAfter(event.id, first.id))
      }
      void begin()
      return listener
    },
    close: () => {
      unsent.stop()
      subscriber.close()
      audience.close()
    },
  }
}

/** Anybody who may write to Redis may say anything on a channel; what is not ours says nothing about any day. */
function datesOf(text: string): string[] {
  try {
    const dates: unknown = JSON.parse(text)
    return Array.isArray(dates) ? dates.filter((date) => typeof date === 'string') : []
  } catch {
    return []
  }
}

/** Whether an event is newer than another; where nobody can say, it may be. */
function isAfter(id: string | undefined, other: string | undefined): boolean {
  if (id === undefined || other === undefined) return true
  const [ms = 0, order = 0] = id.split('-').map(Number)
  const [otherMs = 0, otherOrder = 0] = other.split('-').map(Number)
  return ms > otherMs || (ms === otherMs && order > otherOrder)
}
