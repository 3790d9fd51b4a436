import { type AppDeps, build } from '../../server/src/app.js'
import type { BookingDeps } from '../../server/src/booking/deps.js'
import { createMetrics } from '../../server/src/plugins/metrics/metrics.js'
import type { Database } from '../../server/src/store/database.js'
import { type InsertedSite, insertSite } from '../../server/src/store/insert-site.js'
import type { SiteDescription } from '../../server/src/store/site-description.js'

/** A Tuesday, seven weeks after this clock says it is. */
export const DAY = '2027-03-16'
export const NOW = new Date('2027-02-01T12:00:00Z')

/** What a test may say with a request; every call shows the site's key unless it says otherwise. */
export interface CallOptions {
  query?: Record<string, string | number | undefined>
  body?: unknown
  headers?: Record<string, string | undefined>
  /** The manage token. */
  token?: string
  /** The Idempotency-Key. */
  key?: string
  /** With the secret key of the site. */
  isHouse?: boolean
  /** The address that it comes from. */
  from?: string
}

/** How the server differs from others. */
export interface SalonOptions extends Pick<BookingDeps, 'persistChain' | 'reCheck' | 'cache' | 'live'> {
  clock?: SalonServer['clock']
  /** Another server, whose site and clock it shares. */
  beside?: SalonServer
  now?: Date
  tokenSecrets?: string[]
  trustProxy?: string[]
  eventStreams?: AppDeps['eventStreams']
}

export interface Answer {
  status: number
  headers: Record<string, unknown>
  /** Parsed where it is JSON: of any shape, and each test says which. */
  body: ReturnType<JSON['parse']>
}

/** A server with one site, asked without a network. */
export interface SalonServer {
  site: InsertedSite
  database: Database
  app: Awaited<ReturnType<typeof build>>
  metrics: ReturnType<typeof createMetrics>
  /** Set it to move the time. */
  clock: { now(): Date; readonly offsetMs: number; set(now: Date | string): void }
  /** Everything that was logged, a line each. */
  log: string[]
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
}

let sites = 0

async function insertSalon(
  database: Database,
  description: Omit<SiteDescription, 'publishableKey'>,
  clock: SalonServer['clock'],
): Promise<InsertedSite> {
  sites += 1
  const keys = { publishableKey: `pk_test_${sites}`, secretKey: `sk_test_${sites}` }
  return insertSite(database, { ...keys, ...description }, clock)
}

/** A clock that stands still until it is set. */
export function standingClock(now: Date): SalonServer['clock'] {
  let time = now
  return {
    now: () => time,
    // Databases have a clock of their own: what they judge by it moves with this one.
    get offsetMs() {
      return time.getTime() - Date.now()
    },
    set: (next: Date | string) => {
      time = new Date(next)
    },
  }
}

/** Builds a server over a database, with a site of its own in it. */
export async function serveSalon(
  database: Database,
  description: Omit<SiteDescription, 'publishableKey'>,
  {
    now = NOW,
    tokenSecrets = ['secret'],
    beside,
    clock = beside?.clock ?? standingClock(now),
    ...more
  }: SalonOptions = {},
): Promise<SalonServer> {
  const site = beside?.site ?? (await insertSalon(database, description, clock))
  const log: string[] = []
  const metrics = createMetrics()
  const stream = { write: (line: string) => void log.push(line) }
  const app = await build({
    database,
    clock,
    tokenSecrets,
    metrics,
    log: { level: 'info', stream },
    version: '0.0.0-test',
    ...more,
  })
  const call = async (method: string, path: string, options: CallOptions = {}): Promise<Answer> => {
    const { query = {}, body, headers = {}, token, key, isHouse = false, from } = options
    const given = Object.entries({
      authorization: `Bearer ${isHouse ? site.secretKey : site.publishableKey}`,
      'codex-manage-token': token,
      'idempotency-key': key,
      ...headers,
    })
    const answer = await app.inject({
      method: method as 'GET',
      url: path,
      query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
      headers: Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Record<string, string>,
      ...(from !== undefined && { remoteAddress: from }),
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const isJson = /json/.test(String(answer.headers['content-type']))
    return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.payload }
  }
  return { site, database, app, metrics, clock, log, call }
}
