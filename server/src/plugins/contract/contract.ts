import type { Operation } from '@codex-booking/sdk/contract'
import { fastifyPlugin } from 'fastify-plugin'
import * as z from 'zod/mini'
import type { Call, Success } from './call.js'
import { type AlsoWrong, callOf } from './call-of.js'

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Answers an operation of the contract: checks the key and what the client sent, hands it to `answer` and
     * serialises what that returns, fields of the contract only.
     *
     * @param alsoWrong names what else is wrong with a request that the contract refuses, so that one list has it all
     * @example app.serve(operations.getSite, async ({ site }) => toSite(site))
     */
    serve<Op extends Operation>(
      operation: Op,
      answer: (call: Call<Op>) => Promise<Success<Op>>,
      alsoWrong?: AlsoWrong<Op>,
    ): void
  }
  interface FastifyContextConfig {
    /** The operation that the route answers. */
    operation?: Operation
  }
}

/** Turns operations of the contract into routes. */
export const contract = fastifyPlugin(
  async (app) => {
    const parseJson = app.getDefaultJsonParser('error', 'error')
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
      const { operation } = request.routeOptions.config
      // Many clients say that a body is JSON where there is none.
      if (text === '' && operation && operation.body === undefined) done(null, undefined)
      else void parseJson(request, text, done)
    })
    app.decorate('serve', function serve(operation, answer, alsoWrong) {
      const { method, path, success } = operation
      const { $schema: _, ...answerSchema } = z.toJSONSchema(success.schema, { io: 'output', target: 'draft-07' })
      this.route({
        method,
        url: path,
        config: { operation },
        schema: { response: { [success.status]: answerSchema } },
        onRequest: this.requireSiteKey,
        handler: async (request, reply) => {
          const body = await answer(callOf(operation, request, alsoWrong))
          return reply.code(success.status).header('cache-control', 'no-store').send(body)
        },
      })
    })
  },
  { name: 'contract', dependencies: ['problems', 'site-key'] },
)
