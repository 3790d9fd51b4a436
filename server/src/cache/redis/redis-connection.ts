import { Cluster, Command, type Redis } from 'ioredis'
import type { Clock } from '../../clock.js'
import type { CacheCounters, CacheOutcome, CachePart } from '../counters.js'
import type { CacheLog } from '../log.js'
import { Circuits } from './circuits.js'
import { NoAnswerError, withDeadline } from './deadline.js'
import { FailureLog } from './failure-log.js'
import type { RedisAddress } from './redis-address.js'
import { createClient, type RedisClient, type Scripts } from './redis-client.js'
import { siteVersionKey } from './redis-keys.js'

/** How Redis is used. */
export interface RedisDeps {
  address: RedisAddress
  clock: Clock
  log: CacheLog
  counters: CacheCounters
  /** Further commands that other rooms need. */
  scripts?: Scripts
  /** The longest that anybody waits for an answer; default 100. */
  timeoutMs?: number
}

/** A Redis that may be gone at any time. */
export interface RedisConnection {
  readonly address: RedisAddress
  readonly failures: FailureLog
  /** The longest that anybody waits for an answer. */
  readonly timeoutMs: number
  /**
   * Does something with the keys of one site; what fails is logged and counted.
   *
   * @returns undefined where it failed, at once if Redis is known to be gone, else after `timeoutMs` at the latest
   */
  attempt<T>(part: CachePart, siteId: string, work: (client: RedisClient) => Promise<T>): Promise<T | undefined>
  /** Tells whenever Redis can be used, at first and again after it could not. */
  onUsable(listener: () => void): void
  /** Waits until Redis can be used, `ms` at the longest; says whether it can. */
  isUsableWithin(ms: number): Promise<boolean>
  /** Ends at once; what is still unanswered fails. */
  close(): void
}

const PROBE_TIMEOUT_MS = 1_000

/** Connects in the background: nothing waits for it, and nothing fails because of it. */
export function connectRedis(deps: RedisDeps): RedisConnection {
  const { address, clock, counters, timeoutMs = 100 } = deps
  const client = createClient(address, deps.scripts ?? {})
  const commands = client as unknown as RedisClient
  const failures = new FailureLog(deps.log, clock)
  const listeners: (() => void)[] = []
  const tellUsable = () => {
    failures.recovered()
    for (const listener of listeners) listener()
  }
  const circuits = new Circuits({
    probe: (key) => withDeadline(commands.exists(key), PROBE_TIMEOUT_MS),
    onClosed: tellUsable,
  })

  let isConnected = false
  client.on('ready', () => {
    void connectNodes(client).then(() => {
      isConnected = true
      tellUsable()
    })
  })
  client.on('+node', (node: Redis) => void connectNode(node))
  client.on('error', (error: Error) => {
    counters.count('connection', 'down')
    failures.failed('down', error)
  })

  const nodeOf = (siteId: string): string =>
    client instanceof Cluster ? (client.slots[slotOf(siteVersionKey(siteId))]?.[0] ?? '') : ''

  return {
    address,
    failures,
    timeoutMs,
    attempt: async (part, siteId, work) => {
      const node = nodeOf(siteId)
      if (client.status !== 'ready' || circuits.isOpen(node)) {
        counters.count(part, client.status === 'ready' ? 'skipped' : 'down')
        return undefined
      }
      try {
        return await withDeadline(work(commands), timeoutMs)
      } catch (error) {
        const outcome = outcomeOf(error)
        counters.count(part, outcome)
        failures.failed(outcome, error)
        if (outcome === 'timeout') circuits.open(node, siteVersionKey(siteId))
        return undefined
      }
    },
    onUsable: (listener) => {
      listeners.push(listener)
    },
    isUsableWithin: async (ms) => {
      if (isConnected && client.status === 'ready') return true
      const ready = new Promise<boolean>((resolve) => {
        listeners.push(() => resolve(true))
      })
      return withDeadline(ready, ms).catch(() => false)
    },
    close: () => {
      circuits.stop()
      client.disconnect()
    },
  }
}

/** By itself a node of a cluster is connected by its first command, and whatever comes meanwhile fails. */
const connectNode = (node: Redis): Promise<void> =>
  node.status === 'wait' ? node.connect().catch(() => {}) : Promise.resolve()

const connectNodes = (client: Redis | Cluster): Promise<unknown> =>
  client instanceof Cluster ? Promise.all(client.nodes().map(connectNode)) : Promise.resolve()

const slotOf = (key: string): number => new Command('exists', [key]).getSlot()

function outcomeOf(error: unknown): CacheOutcome {
  if (error instanceof NoAnswerError) return 'timeout'
  // Redis answered, and said no.
  if (error instanceof Error && error.name === 'ReplyError') return 'failed'
  return 'down'
}
