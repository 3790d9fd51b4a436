import { createParser } from 'eventsource-parser'
import { parsed } from './answer.js'
import { LAST_EVENT_ID_HEADER } from './contract/header-names.js'
import { refusalOf } from './failure.js'
import type { Connection } from './send.js'

/** A stream as it is asked for; reading it leaves behind where to go on, and after which pause. */
export interface OpenStream {
  path: string
  query: Record<string, string>
  silenceMs: number
  signal: AbortSignal | undefined
  /** Before the next connection, as the server says. */
  pauseMs: number
  /** Of the last event heard; empty where a stream was open and none had an id. */
  lastEventId?: string
}

/**
 * The data of the events of one connection, until it ends.
 *
 * @throws {ProblemError} or {@link UnexpectedAnswerError} where something else is answered; what `fetch` throws where the line
 *   breaks, an `AbortError` also where the server was silent for too long
 */
export async function* readStream(connection: Connection, stream: OpenStream): AsyncGenerator<string, void> {
  const { signal, silenceMs } = stream
  const controller = new AbortController()
  const stop = () => controller.abort()
  const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
    const timer = setTimeout(stop, ms)
    return work.finally(() => clearTimeout(timer))
  }
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()
  try {
    const response = await within(connection.timeoutMs, open(connection, stream, controller.signal))
    // From here on something may be missed: without an id to go on after, everything.
    stream.lastEventId ??= ''
    const reader = response.body?.getReader()
    const decoder = new TextDecoder()
    const heard: string[] = []
    const parser = createParser({
      onEvent: ({ id, data }) => {
        if (id !== undefined) stream.lastEventId = id
        heard.push(data)
      },
      onRetry: (ms) => {
        stream.pauseMs = ms
      },
    })
    while (reader !== undefined) {
      const { done, value } = await within(silenceMs, reader.read())
      if (done) return
      parser.feed(decoder.decode(value, { stream: true }))
      yield* heard.splice(0)
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

async function open(
  { api, headers, fetch }: Connection,
  { path, query, lastEventId }: OpenStream,
  signal: AbortSignal,
): Promise<Response> {
  const url = new URL(`${api.href.replace(/\/$/, '')}${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const sent = new Headers(headers)
  sent.set('accept', 'text/event-stream, application/problem+json')
  if (lastEventId !== undefined) sent.set(LAST_EVENT_ID_HEADER, lastEventId)
  const response = await fetch(url, { headers: sent, signal, redirect: 'manual', cache: 'no-store' })
  const type = response.headers.get('content-type') ?? ''
  if (response.status === 200 && type.startsWith('text/event-stream')) return response
  throw refusalOf(response, parsed(await response.text()), api.origin)
}
