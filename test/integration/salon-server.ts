import { build } from '../../server/src/app.js'
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
  clock: { now(): Date; set(now: Date | string): void }
  /** Everything that was logged, a line each. */
  log: string[]
  call(method: string, path: string, options?: CallOptions): Promise<Answer>
}

let sites = 0

/** Builds a server over a database, with a site of its own in it. */
export async function serveSalon(
  database: Database,
  description: Omit<SiteDescription, 'publishableKey'>,
  { now = NOW, tokenSecrets = ['secret'] }: { now?: Date; tokenSecrets?: string[] } = {},
): Promise<SalonServer> {
  sites += 1
  let time = now
  const clock = {
    now: () => time,
    set: (next: Date | string) => {
      time = new Date(next)
    },
  }
  const site = await insertSite(database, { ...description, publishableKey: `pk_test_${sites}` }, clock)
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
  })
  const call = async (method: string, path: string, options: CallOptions = {}): Promise<Answer> => {
    const { query = {}, body, headers = {}, token, key } = options
    const given = Object.entries({
      authorization: `Bearer ${site.publishableKey}`,
      'codex-manage-token': token,
      'idempotency-key': key,
      ...headers,
    })
    const answer = await app.inject({
      method: method as 'GET',
      url: path,
      query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
      headers: Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Record<string, string>,
      ...(body === undefined ? {} : { payload: body as object }),
    })
    const isJson = /json/.test(String(answer.headers['content-type']))
    return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.payload }
  }
  return { site, database, app, metrics, clock, log, call }
}
