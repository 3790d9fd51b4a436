import Fastify, { type FastifyInstance } from 'fastify'
import type { PersistChain } from './booking/persist-chain.js'
import type { Clock } from './clock.js'
import { answerHeaders } from './plugins/answer-headers.js'
import { contract } from './plugins/contract/contract.js'
import { cors } from './plugins/cors.js'
import { docs } from './plugins/docs.js'
import { draining } from './plugins/draining/draining.js'
import { endConnections } from './plugins/draining/end-connections.js'
import { measure } from './plugins/metrics/measure.js'
import type { Metrics } from './plugins/metrics/metrics.js'
import { openapi } from './plugins/openapi/openapi.js'
import { brokenRequests } from './plugins/problems/broken-requests.js'
import { problems } from './plugins/problems/problems.js'
import { proxyHint } from './plugins/proxy-hint.js'
import { type LogOptions, serverOptions } from './plugins/server-options.js'
import { siteKey } from './plugins/site-key.js'
import { widgetFiles } from './plugins/widget-files.js'
import { health } from './routes/health.js'
import { v1 } from './routes/v1.js'
import type { Database } from './store/database.js'

/** What the server is built from. Whoever opens the database closes it, after the server. */
export interface AppDeps {
  database: Database
  clock: Clock
  /** Secrets of the manage tokens, the newest first: it signs, all of them open. At least one. */
  tokenSecrets: readonly string[]
  metrics: Metrics
  log: LogOptions
  /** Writes rows of the host's own in the transaction that writes a booking. */
  persistChain?: PersistChain | undefined
  /** Addresses and networks of proxies that are believed about where a request comes from; default: none. */
  trustProxy?: readonly string[] | undefined
  /** How long the server goes on taking connections when it closes, while `/ready` says that it will; default 0. */
  shutdownDelayMs?: number | undefined
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

  await app.register(answerHeaders)
  await app.register(measure, deps.metrics)
  await app.register(problems)
  await app.register(brokenRequests)
  await app.register(draining)
  await app.register(proxyHint, { isTrusted: deps.trustProxy !== undefined })
  await app.register(cors)
  await app.register(siteKey, { database: deps.database })
  await app.register(contract)

  await app.register(v1, deps)
  await app.register(openapi, { version: deps.version })
  await app.register(docs)
  await app.register(widgetFiles)
  await app.register(health, { database: deps.database })

  // Last: what stops waits here.
  await app.register(endConnections, { delayMs: deps.shutdownDelayMs })

  await app.ready()
  return app
}
