import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'
import { problemBody, problemHeaders } from './problem-body.js'
import { problemOfError } from './problem-of-error.js'

const statusByCode: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/**
 * Answers what never became a request (broken HTTP, headers without end, a body that does not come) straight on the
 * socket: there is no request and no reply yet.
 */
export function answerClientError(log: FastifyBaseLogger, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (!socket.writable) {
    socket.destroy(error)
    return
  }
  const requestId = randomUUID()
  const problem = problemOfError(Object.assign(new Error(), { statusCode: statusByCode[error.code ?? ''] ?? 400 }))
  const body = problemBody(problem, requestId)
  log.info({ requestId, code: error.code, status: body.status }, 'broken request')
  const text = JSON.stringify(body)
  const headers: Record<string, string> = {
    ...problemHeaders(problem),
    'content-length': String(Buffer.byteLength(text)),
    'x-request-id': requestId,
    'access-control-allow-origin': '*',
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${body.status} ${STATUS_CODES[body.status]}\r\n${lines.join('')}\r\n${text}`)
}
