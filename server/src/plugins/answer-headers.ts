import type { FastifyReply, FastifyRequest } from 'fastify'
import { fastifyPlugin } from 'fastify-plugin'

const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Answers are data: nothing in them may run, and no page may show them in a frame.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'strict-transport-security': 'max-age=31536000',
  'access-control-allow-origin': '*',
}

export function setAnswerHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(headers).header('x-request-id', request.id)
}

/** Puts the request id and what browsers need to know for safety on every answer. */
export const answerHeaders = fastifyPlugin(
  async (app) => {
    app.addHook('onRequest', async (request, reply) => setAnswerHeaders(request, reply))
  },
  { name: 'answer-headers' },
)
