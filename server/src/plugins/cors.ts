import fastifyCors from '@fastify/cors'
import { fastifyPlugin } from 'fastify-plugin'

/** Lets pages of any origin call: what they may do hangs on their key, and there are no cookies. */
export const cors = fastifyPlugin(
  async (app) => {
    await app.register(fastifyCors, {
      origin: '*',
      methods: ['GET', 'HEAD', 'POST', 'DELETE'],
      allowedHeaders: [
        'Authorization',
        'Content-Type',
        'Idempotency-Key',
        'Codex-Manage-Token',
        'Last-Event-ID',
        'X-Request-Id',
      ],
      exposedHeaders: ['X-Request-Id', 'Retry-After', 'ETag'],
      maxAge: 86_400,
      strictPreflight: false,
    })
  },
  { name: 'cors' },
)
