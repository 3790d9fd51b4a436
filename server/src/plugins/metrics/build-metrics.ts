import Fastify, { type FastifyInstance } from 'fastify'
import { problems } from '../problems/problems.js'

/** Where the metrics come from: a `Registry`, or several put together. */
export interface MetricsSource {
  readonly contentType: string
  /** In Prometheus' text format. */
  metrics(): Promise<string>
}

/**
 * A small server that shows the metrics at `/metrics`, to listen on an address that only the operator can reach.
 *
 * @example
 * const metrics = createMetrics()
 * await buildMetrics(metrics.registry).listen({ port: 9464, host: '127.0.0.1' })
 */
export function buildMetrics(source: MetricsSource): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true })
  void app.register(problems)
  app.get('/metrics', async (_request, reply) => reply.type(source.contentType).send(await source.metrics()))
  return app
}
