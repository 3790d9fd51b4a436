import { fastifyPlugin } from 'fastify-plugin'
import { unavailable } from '../problems.js'

/**
 * While the server closes: what runs is answered, what comes late is sent elsewhere, and every connection ends with its
 * answer, since one kept alive would keep the server waiting.
 */
export const draining = fastifyPlugin(
  async (app) => {
    let isClosing = false
    app.addHook('preClose', async () => {
      isClosing = true
    })
    app.addHook('onRequest', async () => {
      if (isClosing) throw unavailable('This server is about to stop.')
    })
    app.addHook('onSend', async (_request, reply) => {
      if (isClosing) reply.header('connection', 'close')
    })
  },
  { name: 'draining' },
)
