import { parsed } from './answer.js'
import type { QueryOf } from './asked.js'
import type { CallOptions } from './catalogue.js'
import type { DayEvent } from './contract/events.js'
import { routes } from './contract/routes.js'
import { isProblem } from './errors/guards.js'
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.js'
import { type OpenStream, readStream } from './read-stream.js'
import type { Connection } from './send.js'

/** Days of the site's calendar, both included, at most 100: `{ from: '2027-03-16', to: '2027-04-30' }`. */
export type FollowedDays = QueryOf<'followEvents'>

export interface FollowOptions extends CallOptions {
  /**
   * Milliseconds without a sign of life from the server after which the line counts as dead; 40 000 unless said. The
   * server gives one every 15 seconds.
   */
  silenceMs?: number | undefined
}

const SILENCE_MS = 40_000
const LONGEST_PAUSE_MS = 60_000

/** Statuses of a moment; any other from 400 to 499 is a no for good. */
const PASSING = new Set([408, 409, 425, 429])

/** Follows days over as many connections as it takes, each where the one before has ended. */
export async function* followEvents(
  connection: Connection,
  { from, to }: FollowedDays,
  { signal, silenceMs = SILENCE_MS }: FollowOptions,
): AsyncGenerator<DayEvent, void> {
  const { path } = routes.followEvents
  const stream: OpenStream = { path, query: { from, to }, silenceMs, signal, pauseMs: connection.retryDelayMs }
  let failures = 0
  while (!signal?.aborted) {
    let leastMs = 0
    try {
      for await (const data of readStream(connection, stream)) {
        failures = 0
        const event = parsed(data)
        if (isDayEvent(event)) yield event
      }
    } catch (error) {
      if (signal?.aborted) return
      if (isForGood(error)) throw error
      failures += 1
      if (isProblem(error)) leastMs = (error.retryAfterSeconds ?? 0) * 1000
    }
    await pause(leastMs + pauseOf(stream.pauseMs, failures), signal)
  }
}

const isDayEvent = (event: unknown): event is DayEvent => Array.isArray((Object(event) as Partial<DayEvent>).dates)

function isForGood(error: unknown): boolean {
  if (!isProblem(error) && !(error instanceof UnexpectedAnswerError)) return false
  return error.status < 500 && !PASSING.has(error.status)
}

/** Longer after each failure, and never the same: clients that were cut off together shall not come back together. */
const pauseOf = (pauseMs: number, failures: number): number =>
  Math.min(pauseMs * 2 ** failures, LONGEST_PAUSE_MS) * (0.5 + Math.random())

const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve()
      return
    }
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
