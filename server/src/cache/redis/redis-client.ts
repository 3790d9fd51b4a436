import { Cluster, Redis } from 'ioredis'
import type { RedisAddress } from './redis-address.js'
import { STORE_LEASED } from './scripts/store-leased.js'
import { TAKE_LEASES } from './scripts/take-leases.js'
import { TAKE_VERSIONS } from './scripts/take-versions.js'

type Arguments = readonly (string | number)[]

/** The commands that are used here; a script is given how many of its arguments are keys. */
export interface RedisClient {
  mget(keys: readonly string[]): Promise<(string | null)[]>
  unlink(...keys: string[]): Promise<number>
  exists(key: string): Promise<number>
  takeLeases(keys: number, ...args: Arguments): Promise<(string | null)[]>
  storeLeased(keys: number, ...args: Arguments): Promise<number>
  takeVersions(keys: number, ...args: Arguments): Promise<string[]>
}

/** Commands made of Lua by other rooms: the name and the text. */
export type Scripts = Readonly<Record<string, string>>

const LONGEST_PAUSE_MS = 1_000
const CONNECT_TIMEOUT_MS = 2_000
/** A connection on which nobody answers for so long is given up, and made anew. */
const SILENCE_MS = 5_000

/** Sooner at first, then every second, and not all processes at once. */
export const reconnectPauseMs = (attempt: number): number =>
  Math.min(25 * 2 ** Math.min(attempt, 10), LONGEST_PAUSE_MS) * (0.75 + Math.random() / 2)

/** What is the same for every connection. */
export const connectionOptions = ({ isEncrypted, username, password }: RedisAddress) => ({
  username,
  password,
  ...(isEncrypted && { tls: {} }),
  connectionName: 'codex-booking',
  connectTimeout: CONNECT_TIMEOUT_MS,
  socketTimeout: SILENCE_MS,
  // What was not answered when a connection broke has failed: whoever asked goes on without it.
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
})

/** A client that fails at once instead of waiting for a connection, and that never stops trying to get one. */
export function createClient(address: RedisAddress, moreScripts: Scripts): Redis | Cluster {
  const lua = { takeLeases: TAKE_LEASES, storeLeased: STORE_LEASED, takeVersions: TAKE_VERSIONS, ...moreScripts }
  const scripts = Object.fromEntries(Object.entries(lua).map(([name, text]) => [name, { lua: text }]))
  const common = { enableOfflineQueue: false, scripts }
  const options = connectionOptions(address)
  if (!address.isCluster) {
    const [node = {}] = address.nodes
    return new Redis({ ...options, ...common, ...node, db: address.db, retryStrategy: reconnectPauseMs })
  }
  return new Cluster([...address.nodes], {
    ...common,
    redisOptions: options,
    clusterRetryStrategy: reconnectPauseMs,
    // With TLS the name has to stay what the certificate says.
    ...(address.isEncrypted && { dnsLookup: (host: string, done) => done(null, host) }),
    maxRedirections: 5,
    // A node that is gone is an error at once; the map of slots is read again by the clock.
    retryDelayOnFailover: 0,
    retryDelayOnClusterDown: 0,
    slotsRefreshInterval: 2_000,
  })
}
