import type { ServerResponse } from 'node:http'

/** One event of a stream, on its way to a reader. */
export interface SentEvent {
  /** To go on after it. */
  id?: string | undefined
  data: object
}

/** Events to be sent, until they are stopped. */
export interface SentEvents extends AsyncIterable<SentEvent> {
  stop(): void
}

/** How a stream is kept up. */
export interface StreamPace {
  /** Between two signs of life; a reader that has not taken the last one by then is gone. */
  heartbeatMs: number
  /** A stream ends after about so long, and its reader comes back: with a key that is still good, to a process that has room. */
  longestMs: number
  /** About how long a reader is to wait before it comes back. */
  retryMs: number
}

/** From half of a time to one and a half: what begins together shall not come back together. */
const about = (ms: number): number => Math.round(ms * (0.5 + Math.random()))

/** `retry: 2417` */
export const retryText = ({ retryMs }: Pick<StreamPace, 'retryMs'>): string => `retry: ${about(retryMs)}\n\n`

/** What a reader may leave in our hands; what is on its way comes on top of it. */
const MOST_BEHIND_BYTES = 64 * 1024

/** For a reader to take the end of a stream. */
const LAST_WORDS_MS = 1_000

const eventText = ({ id, data }: SentEvent): string =>
  `${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`

/**
 * Writes events to an answer whose head was sent, as server-sent events, until they end or nobody reads them. A reader
 * that falls behind finds its connection cut, and comes back when it can.
 *
 * @throws what the events fail with; the stream has ended then like any other
 */
export async function writeEvents(response: ServerResponse, events: SentEvents, pace: StreamPace): Promise<void> {
  let isBehind = false
  const heartbeat = setInterval(() => {
    if (response.writableLength > 0 && isBehind) response.destroy()
    isBehind = response.writableLength > 0
    if (!isBehind) response.write(':\n\n')
  }, pace.heartbeatMs)
  const longest = setTimeout(() => events.stop(), about(pace.longestMs))
  response.once('close', () => events.stop())
  if (response.destroyed) events.stop()
  else response.write(retryText(pace))
  try {
    for await (const event of events) {
      if (!response.destroyed) response.write(eventText(event))
      if (response.writableLength > MOST_BEHIND_BYTES) response.destroy()
    }
  } finally {
    clearInterval(heartbeat)
    clearTimeout(longest)
    const cut = setTimeout(() => response.destroy(), LAST_WORDS_MS)
    response.once('close', () => clearTimeout(cut))
    response.end()
  }
}
