import Fastify, { type FastifyInstance } from 'fastify'
import type { BookingDeps } from './booking/deps.js'
import { TimesDesk } from './booking/times-desk.js'
import { FinishedAnswers } from './cache/finished-answers.js'
import { KnownSites } from './cache/known-sites.js'
import { noCache } from './cache/no-cache.js'
import { memoryLive } from './live/memory-live.js'
import { answerHeaders } from './plugins/answer-headers.js'
import { contract } from './plugins/contract/contract.js'
import { serveTimes } from './plugins/contract/serve-times.js'
import { cors } from './plugins/cors.js'
import { docs } from './plugins/docs.js'
import { draining } from './plugins/draining/draining.js'
import { endConnections } from './plugins/draining/end-connections.js'
import { eventStreams, type StreamSettings } from './plugins/event-streams/event-streams.js'
import { measure } from './plugins/metrics/measure.js'
import type { Metrics } from './plugins/metrics/metrics.js'
import { watchDatabase } from './plugins/metrics/watch-database.js'
import { openapi } from './plugins/openapi/openapi.js'
import { brokenRequests } from './plugins/problems/broken-requests.js'
import { problems } from './plugins/problems/problems.js'
import { proxyHint } from './plugins/proxy-hint.js'
import { type LogOptions, serverOptions } from './plugins/server-options.js'
import { siteKey } from './plugins/site-key.js'
import { widgetFiles } from './plugins/widget-files.js'
import { health } from './routes/health.js'
import { v1 } from './routes/v1.js'

/** What the server is built from. Whoever opens the database closes it, after the server. */
export interface AppDeps extends BookingDeps {
  metrics: Metrics
  log: LogOptions
  /** Addresses and networks of proxies that are believed about where a request comes from; default: none. */
  trustProxy?: readonly string[] | undefined
  /** How long the server goes on taking connections when it closes, while `/ready` says that it will; default 0. */
  shutdownDelayMs?: number | undefined
  /** How many streams of events there may be, and how they are kept up, where it is not as usual. */
  eventStreams?: Partial<StreamSettings> | undefined
  /** Of the product, as the OpenAPI document shows it. */
  version: string
}

/**
 * The whole server, ready to listen.
 *
 * @example
 * const app = await build({ database, clock: systemClock, tokenSecrets: [secret], metrics: createMetrics(),
 *   log: { level: 'info' }, version: '0.1.0' })
 * await app.listen({ port: 4000 })
 */
export async function build(deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify(serverOptions(deps.log, deps.trustProxy))
  const { database, clock, cache = noCache, metrics } = deps
  watchDatabase(metrics, database, clock)
  const counters = metrics.cacheCounters
  const live = deps.live ?? memoryLive({ counters })
  const sites = new KnownSites({ sql: database.sql, cache, counters })
  const answers = new FinishedAnswers({ clock, counters })
  const desk = new TimesDesk({ database, clock, cache, sites, answers, counters })

  await app.register(answerHeaders)
  await app.register(measure, metrics)
  await app.register(problems)
  await app.register(brokenRequests)
  await app.register(draining)
  await app.register(proxyHint, { isTrusted: deps.trustProxy !== undefined })
  await app.register(cors)
  await app.register(siteKey, { sites })
  await app.register(contract)
  await app.register(serveTimes, { desk, deps })
  await app.register(eventStreams, { metrics, settings: deps.eventStreams })

  await app.register(v1, { ...deps, live, counters: metrics.bookingCounters })
  await app.register(openapi, { version: deps.version })
  await app.register(docs)
  await app.register(widgetFiles)
  await app.register(health, { database })

  // Last: what stops waits here.
  await app.register(endConnections, { delayMs: deps.shutdownDelayMs })

  await app.ready()
  return app
}
