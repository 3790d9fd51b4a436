import { setMaxListeners } from 'node:events'
import { fastifyPlugin } from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborted when the server begins to stop: an answer that has no end of its own ends then. */
    stopping: AbortSignal
  }
}

/**
 * From the moment at which the server begins to stop, every answer says that its connection ends with it, so that its
 * client goes elsewhere.
 */
export const draining = fastifyPlugin(
  async (app) => {
    const stopping = new AbortController()
    setMaxListeners(0, stopping.signal)
    app.decorate('stopping', stopping.signal)
    app.addHook('preClose', async () => stopping.abort())
    // Also where the request came before.
    app.addHook('onSend', async (_request, reply) => {
      if (stopping.signal.aborted) reply.header('connection', 'close')
    })
  },
  { name: 'draining' },
)
