import { fastifyPlugin } from 'fastify-plugin'
import { problemOfError } from '../problems/problem-of-error.js'
import type { Metrics } from './metrics.js'

declare module 'fastify' {
  interface FastifyRequest {
    /** What was thrown while the request was answered. */
    failure: unknown
  }
}

/** Measures every request and counts what came of attempts to hold, to book and to change bookings. */
export const measure = fastifyPlugin(
  async (app, { requestDuration, bookingOutcomes }: Metrics) => {
    app.decorateRequest('failure')
    app.addHook('onError', async (request, _reply, error) => {
      request.failure = error
    })
    app.addHook('onResponse', async (request, reply) => {
      const { operation } = request.routeOptions.config
      // How long somebody listens says nothing about how long answers take.
      if (operation?.success.isStream && reply.statusCode === operation.success.status) return
      // Patterns only: an address for each booking would be a time series for each booking.
      const route = request.routeOptions.url ?? 'unknown'
      // A method that no route has is the client's invention.
      const method = route === 'unknown' ? 'any' : request.method
      requestDuration.observe({ method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
      if (operation !== undefined && operation.method !== 'GET') {
        const result = request.failure === undefined ? 'ok' : problemOfError(request.failure).code
        bookingOutcomes.inc({ operation: operation.id, result })
      }
    })
  },
  { name: 'measure' },
)
