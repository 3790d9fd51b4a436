import { fastifyPlugin } from 'fastify-plugin'
import { answerClientError } from './client-error.js'

/** What Node would answer or hang up on before Fastify sees it: `Expect`, and `CONNECT`. */
export const brokenRequests = fastifyPlugin(
  async (app) => {
    app.server.on('checkExpectation', (request) => answerClientError(app.log, new Error('Expect'), request.socket))
    app.server.on('connect', (request) => answerClientError(app.log, new Error('CONNECT'), request.socket))
  },
  { name: 'broken-requests' },
)
