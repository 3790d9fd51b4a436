import { Server } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { fastifyPlugin } from 'fastify-plugin'
import { openConnections } from './open-connections.js'

/** How long to wait for others when the server stops. */
export interface EndingOptions {
  /** Until whoever sends requests here has seen that `/ready` says no; new connections are taken until then. Default 0. */
  delayMs?: number | undefined
  /** So long a connection must say nothing before it is ended; default a second. */
  silenceMs?: number
}

/**
 * How the server stops without losing a request: it goes on as before until others had the time to see that it will stop,
 * then takes no new connections; what still comes on those that are open is answered, and the silent ones are ended.
 *
 * To be registered after all plugins that have something to end when the server stops: here it waits until it is over.
 */
export const endConnections = fastifyPlugin(
  async (app, { delayMs = 0, silenceMs = 1_000 }: EndingOptions) => {
    const connections = openConnections(app.server)
    app.addHook('preClose', async () => {
      if (delayMs > 0) await delay(delayMs, undefined, { ref: false })
      // HTTP's own would end idle connections as well, whatever is on its way.
      Server.prototype.close.call(app.server)
      await connections.end(silenceMs)
    })
  },
  { name: 'end-connections', dependencies: ['draining'] },
)
