import { vi } from 'vitest'

/** What a stream has said so far. */
export interface StreamReader {
  response: Response
  events: { id?: string; type: string; dates: string[] }[]
  /** Milliseconds after which to come back. */
  retries: number[]
  /** Signs of life. */
  heartbeats(): number
  isOver(): boolean
  /** Waits until so many events were heard. */
  count(events: number): Promise<StreamReader['events']>
  /** Goes away. */
  leave(): void
}

/** How a stream is asked for. */
export interface StreamQuestion {
  /** Origin of the server. */
  url: string
  key: string
  from?: string
  to?: string
  headers?: Record<string, string>
}

const MARCH = { from: '2027-03-01', to: '2027-03-31' }

/** Reads a stream of events as it comes, line by line. */
export async function readEvents({ url, key, headers, ...days }: StreamQuestion): Promise<StreamReader> {
  const leaving = new AbortController()
  const response = await fetch(`${url}/v1/events?${new URLSearchParams({ ...MARCH, ...days }).toString()}`, {
    headers: { authorization: `Bearer ${key}`, ...headers },
    signal: leaving.signal,
  })
  const events: StreamReader['events'] = []
  const retries: number[] = []
  let heartbeats = 0
  let isOver = false
  const read = (block: string) => {
    const fields = new Map(block.split('\n').map((line) => line.split(/:(.*)/s, 2) as [string, string]))
    if (fields.has('')) heartbeats += 1
    if (fields.has('retry')) retries.push(Number(fields.get('retry')))
    const [id, data] = [fields.get('id')?.trim(), fields.get('data')]
    if (data !== undefined)
      events.push({ ...(id !== undefined && { id }), ...(JSON.parse(data) as { type: string; dates: string[] }) })
  }
  const listen = async () => {
    let text = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const blocks = (text + chunk).split('\n\n')
      text = blocks.pop() ?? ''
      blocks.forEach(read)
    }
  }
  if (response.ok) {
    void listen()
      .catch(() => undefined)
      .finally(() => {
        isOver = true
      })
  }
  return {
    response,
    events,
    retries,
    heartbeats: () => heartbeats,
    isOver: () => isOver,
    count: async (wanted) => {
      await vi.waitUntil(() => events.length >= wanted, { timeout: 10_000 })
      return events
    },
    leave: () => leaving.abort(),
  }
}
