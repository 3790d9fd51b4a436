import type { CacheCounters } from '../cache/counters.js'
import { withDeadline } from '../cache/redis/deadline.js'
import type { RedisClient } from '../cache/redis/redis-client.js'
import type { RedisConnection } from '../cache/redis/redis-connection.js'
import { changesKey, siteOfKey } from '../cache/redis/redis-keys.js'
import { Unsent } from '../cache/unsent.js'
import type { Clock } from '../clock.js'
import { Audience } from './audience.js'
import { eventOf, FollowedSites, type Missed } from './followed-sites.js'
import type { LiveEvent, LiveUpdates } from './live-updates.js'
import { connectSubscriber } from './redis-subscriber.js'
import { READ_MISSED } from './scripts/read-missed.js'
import { TELL_CHANGE } from './scripts/tell-change.js'
import { isNewer, isStreamId } from './stream-id.js'

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
  /** How long something that was not heard stays unnoticed; default 10,000. */
  catchUpPauseMs?: number
}

const KEPT_CHANGES = 1_000
const KEPT_SECONDS = 3_600
/** Who has not heard of a change for so long has looked anew by now. */
const GIVE_UP_SECONDS = 300
const MAX_UNSENT_DATES = 20_000

/** Tells the listeners of all processes that use the same Redis. */
export function redisLive({ redis, clock, counters, maxWaiting, catchUpPauseMs = 10_000 }: RedisLiveDeps): LiveUpdates {
  const attempt = <T>(siteId: string, work: (client: LiveClient) => Promise<T>) =>
    redis.attempt('live', siteId, (client) => work(client as LiveClient))

  const audience = new Audience({
    counters,
    onEmpty: (siteId) => {
      followed.forget(siteId)
      subscriber.unsubscribe(changesKey(siteId))
    },
    ...(maxWaiting !== undefined && { maxWaiting }),
  })
  const followed = new FollowedSites({ audience, readMissed })
  const subscriber = connectSubscriber({
    address: redis.address,
    failures: redis.failures,
    counters,
    onMessage: (channel, text) => {
      const siteId = siteOfKey(channel)
      const [previousId = '', id = '', dates = ''] = text.split(' ')
      if (siteId !== undefined && isStreamId(id)) followed.heard(siteId, { previousId, id, dates: datesOf(dates) })
    },
    onConnected: () => followed.catchUpAll(),
  })
  const unsent = new Unsent({
    clock,
    send,
    giveUpAfterSeconds: GIVE_UP_SECONDS,
    maxItems: MAX_UNSENT_DATES,
    onDropped: (dates) => counters.count('live', 'dropped', dates),
  })
  redis.onUsable(() => {
    void unsent.flush()
    followed.catchUpAll()
  })
  const catchingUp = setInterval(() => followed.catchUpAll(), catchUpPauseMs).unref()

  async function send(siteId: string, dates: readonly string[]): Promise<boolean> {
    const text = JSON.stringify(dates)
    const id = await attempt(siteId, (client) =>
      client.tellChange(1, changesKey(siteId), text, KEPT_CHANGES, KEPT_SECONDS),
    )
    return id !== undefined
  }

  async function readMissed(siteId: string, lastId: string | undefined): Promise<Missed | undefined> {
    const answer = await attempt(siteId, (client) =>
      client.readMissed(1, changesKey(siteId), lastId ?? '', KEPT_SECONDS),
    )
    if (answer === undefined) return undefined
    const [id, ...missed] = answer
    return { id, dates: missed[0] === 'reset' ? 'unknown' : [...new Set(missed.flatMap(datesOf))] }
  }

  async function firstOf(siteId: string, lastEventId: string | undefined): Promise<LiveEvent> {
    const isOurs = lastEventId === undefined || isStreamId(lastEventId)
    const missed = await readMissed(siteId, isOurs ? lastEventId : undefined)
    if (missed === undefined) return { type: 'reset' }
    const { id, dates } = missed
    if (!isOurs) return { type: 'reset', id }
    return dates.length === 0 ? { type: 'ready', id } : eventOf(missed)
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
      followed.follow(siteId)
      const begin = async () => {
        // What is told from here on waits in the listener; what was told before is in the stream.
        const heard = subscriber.subscribe(changesKey(siteId))
        const isHeard = await withDeadline(heard, redis.timeoutMs).catch(() => 'late' as const)
        const first: LiveEvent = isHeard === true ? await firstOf(siteId, lastEventId) : { type: 'reset' }
        followed.beginAt(siteId, first.id)
        if (isHeard === 'late') void heard.then((isNowHeard) => (isNowHeard ? followed.catchUp(siteId) : undefined))
        listener.open(first, (event) => isNewer(event.id, first.id))
      }
      void begin()
      return listener
    },
    close: () => {
      clearInterval(catchingUp)
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
