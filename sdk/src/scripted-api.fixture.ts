import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type ProblemCode, problems } from './contract/problem.js'

/** A request as the server got it. */
export interface Seen {
  method: string
  /** Path and query. */
  url: string
  headers: IncomingHttpHeaders
  body: string
}

/** What the server does with one request. */
export type Reply = (response: ServerResponse) => void

/** A server that does as it is told: the first request gets the first reply, and so on. */
export interface ScriptedApi {
  /** Its address, without a slash at the end. */
  url: string
  /** What came in so far. */
  seen: Seen[]
  /** Resolves when so many requests have come in. */
  hasSeen(count: number): Promise<void>
  /** Ends it, and every connection. The end of the test does it otherwise. */
  close(): Promise<void>
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))

/** A problem as the API writes it, with its right status. */
export const problem =
  (code: ProblemCode, extra: Record<string, unknown> = {}, headers: Record<string, string> = {}): Reply =>
  (response) => {
    const { status, title } = problems[code]
    const body = {
      type: `https://docs.example.test/${code}`,
      title,
      status,
      detail: '',
      code,
      requestId: 'req-1',
      ...extra,
    }
    response.writeHead(status, { 'content-type': 'application/problem+json', ...headers }).end(JSON.stringify(body))
  }

/** Bytes as they are: a proxy's page, broken JSON. */
export const raw =
  (body: string, status: number, contentType: string, headers: Record<string, string> = {}): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': contentType, ...headers }).end(body)

/** The connection ends without an answer. */
export const dropped: Reply = (response) => response.destroy()

/** The connection ends in the middle of the answer. */
export const brokenOff: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"half":', () => response.destroy())
}

/** A stream of server-sent events that stays open after these lines; `ends`: or not. */
export const stream =
  (lines: string, { ends = false }: { ends?: boolean } = {}): Reply =>
  (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(lines)
    if (ends) response.end()
  }

/** No answer ever. */
export const hanging: Reply = () => undefined

/** An answer that begins and never ends. */
export const hangingBody: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"half":')
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, codex-manage-token',
  'access-control-expose-headers': 'retry-after',
}

/** Starts a server on a port of its own, until the test ends. What is not in the script is answered with 418. */
export const scriptedApi = async (...replies: Reply[]): Promise<ScriptedApi> => {
  const script = [...replies]
  const seen: Seen[] = []
  const waiting: { count: number; resolve: () => void }[] = []

  const server = createServer((request, response) => {
    // A page of another origin may ask and see all.
    response.setHeaders(new Map(Object.entries(CORS)))
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end()
      return
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      const reply = script.shift() ?? raw('Not in the script', 418, 'text/plain')
      reply(response)
      for (const { count, resolve } of waiting) if (seen.length >= count) resolve()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  onTestFinished(close)

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    hasSeen: (count) =>
      new Promise((resolve) => {
        if (seen.length >= count) resolve()
        else waiting.push({ count, resolve })
      }),
    close,
  }
}
