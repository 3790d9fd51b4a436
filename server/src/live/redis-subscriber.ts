import { Redis } from 'ioredis'
import type { CacheCounters } from '../cache/counters.js'
import type { FailureLog } from '../cache/redis/failure-log.js'
import type { RedisAddress } from '../cache/redis/redis-address.js'
import { connectionOptions, reconnectPauseMs } from '../cache/redis/redis-client.js'

/** What comes of subscribing. */
export interface SubscriberDeps {
  address: RedisAddress
  failures: FailureLog
  counters: CacheCounters
  onMessage(channel: string, text: string): void
  /** All channels are heard, at first or again: what was said before may have been missed. */
  onConnected(): void
}

/** One connection on which all channels are heard. */
export interface Subscriber {
  /** @returns whether the channel is heard now; else it will be once there is a connection again */
  subscribe(channel: string): Promise<boolean>
  unsubscribe(channel: string): void
  close(): void
}

/** A line on which nothing is said may be a broken one. */
const PING_PAUSE_MS = 3_000

/**
 * Connects, and again whenever the connection is lost; to the nodes of a cluster in turn, since each hears everything.
 * It resubscribes by itself, to know when all is heard again.
 */
export function connectSubscriber({ address, failures, counters, onMessage, onConnected }: SubscriberDeps): Subscriber {
  const wanted = new Set<string>()
  let attempt = 0
  let again: NodeJS.Timeout | undefined
  let client = connect()
  const pings = setInterval(() => void client.ping().catch(ignore), PING_PAUSE_MS).unref()

  function connect(): Redis {
    const { nodes, isCluster, db } = address
    const node = nodes[attempt % nodes.length]
    const redis = new Redis({
      ...connectionOptions(address),
      ...node,
      ...(!isCluster && { db }),
      enableOfflineQueue: false,
      autoResubscribe: false,
      retryStrategy: null,
    })
    redis.on('message', onMessage)
    redis.on('error', (error: Error) => {
      counters.count('live', 'down')
      failures.failed('down', error)
    })
    redis.on('ready', () => {
      const subscribed = wanted.size > 0 ? redis.subscribe(...wanted) : Promise.resolve()
      subscribed.then(
        () => {
          attempt = 0
          onConnected()
        },
        () => redis.disconnect(),
      )
    })
    redis.on('end', () => {
      if (redis !== client) return
      attempt += 1
      again = setTimeout(() => {
        client = connect()
      }, reconnectPauseMs(attempt)).unref()
    })
    return redis
  }

  return {
    subscribe: async (channel) => {
      wanted.add(channel)
      return client.subscribe(channel).then(
        () => true,
        () => false,
      )
    },
    unsubscribe: (channel) => {
      wanted.delete(channel)
      void client.unsubscribe(channel).catch(ignore)
    },
    close: () => {
      clearInterval(pings)
      clearTimeout(again)
      const last = client
      last.removeAllListeners('end')
      last.disconnect()
    },
  }
}

const ignore = (): void => {}
