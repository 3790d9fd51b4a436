import type { Operation } from '@codex-booking/sdk/contract'
import type { FastifyReply } from 'fastify'
import { fastifyPlugin } from 'fastify-plugin'
import { networkOf } from '../../booking/holder-of.js'
import { unavailable } from '../../problems.js'
import type { Call, Success } from '../contract/call.js'
import { callOf } from '../contract/call-of.js'
import type { Metrics } from '../metrics/metrics.js'
import { type StreamLimits, StreamPlaces } from './stream-places.js'
import { retryText, type SentEvent, type SentEvents, type StreamPace, writeEvents } from './write-events.js'

/** An event of an operation that answers with a stream. */
export interface OperationEvent<Op extends Operation> extends SentEvent {
  data: Success<Op>
}

/** Its events, until they are stopped. */
export interface OperationEvents<Op extends Operation> extends AsyncIterable<OperationEvent<Op>> {
  stop(): void
}

/** How many streams there may be, and how they are kept up. */
export interface StreamSettings extends StreamLimits, StreamPace {}

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Answers an operation of the contract that is a stream: checks the key and what the client sent, and hands on the
     * events that `listen` gives, as long as somebody reads them.
     *
     * @example app.serveEvents(operations.followEvents, ({ site, query }) => followDays(deps, site, query))
     */
    serveEvents<Op extends Operation>(operation: Op, listen: (call: Call<Op>) => OperationEvents<Op>): void
  }
}

const DEFAULTS: StreamSettings = {
  mostOfAddress: 50,
  mostOfSite: 2_000,
  most: 10_000,
  heartbeatMs: 15_000,
  longestMs: 3_600_000,
  retryMs: 2_000,
}

/** What the plugin needs, and what is to be other than usual. */
export interface StreamOptions {
  metrics: Metrics
  settings?: Partial<StreamSettings> | undefined
}

/** Turns operations that are streams into routes. All streams end at once when the server begins to stop. */
export const eventStreams = fastifyPlugin(
  async (app, { metrics, settings }: StreamOptions) => {
    const pace = { ...DEFAULTS, ...settings }
    const places = new StreamPlaces(pace)
    const open = new Map<FastifyReply, SentEvents>()
    app.stopping.addEventListener('abort', () => {
      for (const [reply, events] of open) {
        reply.raw.write(retryText(pace))
        events.stop()
      }
    })
    app.decorate('serveEvents', function serveEvents(operation, listen) {
      this.route({
        method: operation.method,
        url: operation.path,
        config: { operation },
        exposeHeadRoute: false,
        onRequest: this.requireSiteKey,
        handler: async (request, reply) => {
          const call = callOf(operation, request)
          if (app.stopping.aborted) throw unavailable('This server is about to stop.')
          const giveBack = places.take(call.site.id, networkOf(call.address))
          metrics.openStreams.inc()
          try {
            const events = listen(call)
            open.set(reply, events)
            // A stream has no end that would be answered: from here on it is ours.
            reply.hijack()
            const { raw } = reply
            raw.writeHead(operation.success.status, { ...(reply.getHeaders() as Record<string, string>), ...HEADERS })
            await writeEvents(raw, events, pace)
          } finally {
            open.get(reply)?.stop()
            open.delete(reply)
            metrics.openStreams.dec()
            giveBack()
          }
        },
      })
    })
  },
  { name: 'event-streams', dependencies: ['contract', 'draining'] },
)

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // Some proxies would keep what comes in until there is enough of it.
  'x-accel-buffering': 'no',
  // The connection has served when the stream ends: a server that closes waits for no other request on it.
  connection: 'close',
}
