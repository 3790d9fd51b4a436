import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

/** What a caller may send as its own request id: nothing that could forge a log line or an answer. */
const SAFE_REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/

/** The caller's `X-Request-Id` where it is in a safe form, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const own = request.headers['x-request-id']
  return typeof own === 'string' && SAFE_REQUEST_ID.test(own) ? own : randomUUID()
}

/**
 * One line for each request, when it is over: method, route pattern, status and time. Addresses are never logged, since
 * they carry what clients ask for; neither are headers and bodies.
 */
export class RequestLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'requestId' })
  }

  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    }
    if (error) request.log.warn({ ...line, err: error }, 'answer not delivered')
    else request.log.info(line, 'request')
  }

  override defaultErrorLog(): void {}

  override routeNotFound(): void {}

  override streamError(error: Error, request: FastifyRequest): void {
    request.log.info({ err: error }, 'answer not delivered')
  }

  override writeHeadError(error: Error, request: FastifyRequest): void {
    request.log.error({ err: error }, 'answer not sent')
  }

  override serializerError(error: Error, request: FastifyRequest): void {
    request.log.error({ err: error }, 'answer does not fit its schema')
  }
}

/** Addresses, headers and bodies stay out of the log, whoever logs. */
export const logSerializers = {
  req: (request: { method?: string }) => ({ method: request.method ?? '' }),
  res: (reply: { statusCode?: number | string }) => ({ statusCode: reply.statusCode ?? '' }),
  err: describeError,
}

/** The messages of these hold values: a row that broke a constraint, the arguments of a query. */
const isFromDatabase = (error: Error): boolean =>
  error.name.startsWith('PrismaClient') || ('severity' in error && 'code' in error)

/** Where an error comes from, without what a client sent. */
function describeError(error: Error): { type: string; message: string; stack: string; code?: string } {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: isFromDatabase(error) ? 'A statement failed' : error.message,
    stack: frames.join('\n'),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('constraint' in error && typeof error.constraint === 'string' && { constraint: error.constraint }),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  }
}
