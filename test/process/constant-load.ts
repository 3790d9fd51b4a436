import { type Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** One request, and the status that is right for it. */
export interface LoadRequest {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
  status: number
}

/** Requests that go on until they are stopped. */
export interface ConstantLoad {
  answered(): number
  /** What went wrong so far: another status than the right one, or no answer. */
  failures(): string[]
  stop(): Promise<void>
}

/** Makes the next request of its kind. */
export type NextRequest = () => LoadRequest

/** Sends requests in so many rows at once, each after the answer to the one before. Nothing is sent a second time. */
export function startLoad(
  url: () => string,
  agent: Agent,
  requests: readonly NextRequest[],
  rows: number,
): ConstantLoad {
  const failures: string[] = []
  let answered = 0
  let isOver = false

  async function row(number: number): Promise<void> {
    for (let turn = number; !isOver; turn += 1) {
      const one = requests[turn % requests.length]?.()
      if (one === undefined) return
      try {
        const { status, body } = await send(url(), agent, one)
        if (status !== one.status) failures.push(`${one.method} ${one.path}: ${status} ${body}`)
      } catch (error) {
        failures.push(`${one.method} ${one.path}: ${String(error)}`)
      }
      answered += 1
    }
  }
  const rowsRunning = Array.from({ length: rows }, (_, number) => row(number))
  return {
    answered: () => answered,
    failures: () => failures,
    stop: async () => {
      isOver = true
      await Promise.all(rowsRunning)
    },
  }
}

/** Sends a request once. @throws what breaks on the way */
export const send = (url: string, agent: Agent, { method, path, headers, body }: LoadRequest) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sent = request(`${url}${path}`, { method, headers, agent }, (answer) => {
      text(answer).then((received) => resolve({ status: answer.statusCode ?? 0, body: received }), reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
