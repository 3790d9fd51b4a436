import type { FastifyReply, FastifyRequest } from 'fastify'
import { fastifyPlugin } from 'fastify-plugin'
import { notFound } from '../../problems.js'
import { problemBody, problemHeaders } from './problem-body.js'
import { problemOfError } from './problem-of-error.js'

/** Answers with the problem that an error stands for. Only what is our own fault is logged as an error. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOfError(error)
  if (problem.code === 'internal') request.log.error({ err: error }, 'unexpected error')
  else if (problem.code === 'unavailable') request.log.warn({ err: error }, 'not available')
  const body = problemBody(problem, request.id)
  // As text, so that no schema of the route gets hold of it.
  return reply.code(body.status).headers(problemHeaders(problem)).serializer(String).send(JSON.stringify(body))
}

/** Turns whatever is thrown, and every unknown address, into `application/problem+json`. */
export const problems = fastifyPlugin(
  async (app) => {
    // Bodies are JSON; Fastify would read plain text as well.
    app.removeContentTypeParser('text/plain')
    app.setErrorHandler(answerProblem)
    app.setNotFoundHandler(() => {
      throw notFound('There is nothing at this address.')
    })
  },
  { name: 'problems' },
)
