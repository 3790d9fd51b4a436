import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A request that came through, and what the server answered to it. */
export interface Passed {
  method: string
  path: string
  idempotencyKey: string | undefined
  body: string
  status: number
}

/** The way to a server, which may lose answers or end nowhere. */
export interface LossyProxy {
  url: string
  passed: Passed[]
  /** From now on, nobody answers at the address. */
  close(): Promise<void>
  /** At the same address as before. */
  open(): Promise<void>
  /** Loses the answers to this many POST requests: the server gets them and answers, and then the connection breaks. */
  loseAnswers(count: number): void
}

/** Stands between a page and a server that listens at `target`. */
export async function startLossyProxy(target: string): Promise<LossyProxy> {
  const passed: Passed[] = []
  let toLose = 0
  const server = createServer((incoming, response) => {
    const pass = ({ answer, body, sent }: Awaited<ReturnType<typeof forward>>) => {
      const { method = '', url = '', headers } = incoming
      const status = answer.statusCode ?? 0
      passed.push({
        method,
        path: url,
        idempotencyKey: headers['idempotency-key'] as string | undefined,
        body: sent.toString(),
        status,
      })
      if (method === 'POST' && toLose > 0) {
        toLose -= 1
        return incoming.socket.destroy()
      }
      return response.writeHead(status, answer.headers).end(body)
    }
    // The server may end in the middle of an answer: of a stream, for example.
    void forward(target, incoming).then(pass, () => incoming.socket.destroy())
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  onTestFinished(close)
  return {
    url: `http://127.0.0.1:${port}`,
    passed,
    close,
    open: () => listen(port),
    loseAnswers: (count) => {
      toLose = count
    },
  }
}

async function forward(target: string, incoming: IncomingMessage) {
  const sent = await buffer(incoming)
  const { method, url = '', headers } = incoming
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(new URL(url, target), { method, headers, agent: false }, resolve).on('error', reject).end(sent)
  })
  return { answer, body: await buffer(answer), sent }
}
