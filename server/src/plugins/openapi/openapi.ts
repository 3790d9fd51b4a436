import { fastifyPlugin } from 'fastify-plugin'
import { openApiDocument } from './openapi-document.js'

/** Serves the OpenAPI document, made once. */
export const openapi = fastifyPlugin(
  async (app, { version }: { version: string }) => {
    const document = JSON.stringify(openApiDocument(version))
    app.get('/openapi.json', async (_request, reply) =>
      reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(document),
    )
  },
  { name: 'openapi' },
)
