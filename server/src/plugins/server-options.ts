import type { Server } from 'node:http'
import type { FastifyHttpOptions, FastifyInstance } from 'fastify'
import { setAnswerHeaders } from './answer-headers.js'
import { answerClientError } from './problems/client-error.js'
import { answerProblem } from './problems/problems.js'
import { logSerializers, RequestLog, requestIdOf } from './request-log.js'

/** Where log lines go and how many. */
export interface LogOptions {
  level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** Default: standard output. */
  stream?: { write(line: string): void }
}

const BODY_LIMIT_BYTES = 64 * 1024
/** For a whole request to arrive. */
const REQUEST_TIMEOUT_MS = 15_000
/** For an answer to be found. */
const HANDLER_TIMEOUT_MS = 30_000

/** How the HTTP server behaves; every answer that Fastify or Node would give by itself is a problem of ours. */
export const serverOptions = (
  { level, stream }: LogOptions,
  trustProxy?: readonly string[],
): FastifyHttpOptions<Server> => ({
  logger: { level, serializers: logSerializers, ...(stream && { stream }) },
  logController: new RequestLog(),
  ...(trustProxy !== undefined && { trustProxy: [...trustProxy] }),
  genReqId: requestIdOf,
  requestIdHeader: false,
  bodyLimit: BODY_LIMIT_BYTES,
  requestTimeout: REQUEST_TIMEOUT_MS,
  handlerTimeout: HANDLER_TIMEOUT_MS,
  routerOptions: { maxParamLength: 500 },
  // A request without a Host gets an answer of ours too.
  http: { requireHostHeader: false },
  forceCloseConnections: 'idle',
  return503OnClosing: false,
  frameworkErrors: (error, request, reply) => {
    setAnswerHeaders(request, reply)
    void answerProblem(error, request, reply)
  },
  clientErrorHandler(this: FastifyInstance, error, socket) {
    answerClientError(this.log, error, socket)
  },
})
