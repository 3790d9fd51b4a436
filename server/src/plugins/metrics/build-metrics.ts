import Fastify, { type FastifyInstance } from 'fastify'
import { problems } from '../problems/problems.js'
import type { Metrics } from './metrics.js'

/**
 * A small server that shows the metrics at `/metrics`, to listen on an address that only the operator can reach.
 *
 * @example
 * const metrics = createMetrics()
 * await buildMetrics(metrics).listen({ port: 9464, host: '127.0.0.1' })
 */
export function buildMetrics({ registry }: Metrics): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true })
  void app.register(problems)
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()))
  return app
}
