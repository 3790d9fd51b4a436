import { setMaxListeners } from 'node:events'
import { Server } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { fastifyPlugin } from 'fastify-plugin'
import { openConnections } from './open-connections.js'

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted when the server begins to stop: an answer that has no end of its own ends then. */
    stopping: AbortSignal
  }
}

/** How long to wait for others when the server stops. */
export interface DrainingOptions {
  /** Until whoever sends requests here has seen that `/ready` says no; new connections are taken until then. Default 0. */
  delayMs?: number | undefined
  /** So long a connection must say nothing before it is ended; default a second. */
  silenceMs?: number
}

/**
 * How the server stops without losing a request. First it says on `/ready` that it will, and goes on answering, each time
 * with `Connection: close`, so that connections end with an answer and their clients go elsewhere. Then it takes no new
 * ones. What still comes on those that are open is answered too, and the silent ones are ended.
 */
export const draining = fastifyPlugin(
  async (app, { delayMs = 0, silenceMs = 1_000 }: DrainingOptions) => {
    const stopping = new AbortController()
    setMaxListeners(0, stopping.signal)
    const connections = openConnections(app.server)
    app.decorate('stopping', stopping.signal)
    app.addHook('preClose', async () => {
      stopping.abort()
      if (delayMs > 0) await delay(delayMs, undefined, { ref: false })
      // HTTP's own would end idle connections as well, whatever is on its way.
      Server.prototype.close.call(app.server)
      await connections.end(silenceMs)
    })
    // Also where the request came before.
    app.addHook('onSend', async (_request, reply) => {
      if (stopping.signal.aborted) reply.header('connection', 'close')
    })
  },
  { name: 'draining' },
)
