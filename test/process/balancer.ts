import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A load balancer in front of several servers. It sends nothing a second time: what breaks on the way is a `502`. */
export interface Balancer {
  url: string
  /** The servers that take requests at the moment. */
  up(): string[]
  close(): Promise<void>
}

interface Target {
  url: string
  isUp: boolean
  /** Connections to it are kept, as balancers do. */
  agent: Agent
}

const CHECK_MS = 50
/** As many as carry requests at the same time. */
const MOST_CONNECTIONS = 10

/** Sends requests to those of the servers that say on `/ready` that they take them, in turn. */
export async function startBalancer(urls: readonly string[]): Promise<Balancer> {
  const targets = urls.map((url): Target => ({ url, isUp: false, agent: keptConnections() }))
  let turn = 0
  const server = createServer((incoming, answer) => {
    turn += 1
    const up = targets.filter(({ isUp }) => isUp)
    const target = up[turn % up.length]
    if (target) forward(target, incoming, answer)
    else answer.writeHead(503).end('no server is up')
  })
  const checks = targets.map((target) =>
    setInterval(() => {
      void isReady(target.url).then((is) => {
        target.isUp = is
      })
    }, CHECK_MS),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    up: () => targets.filter(({ isUp }) => isUp).map(({ url }) => url),
    close: async () => {
      for (const check of checks) clearInterval(check)
      for (const { agent } of targets) agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Connections that are used again, each for one request at a time. */
const keptConnections = (): Agent => new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS })

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/ready`, { headers: { connection: 'close' } }).then(
    ({ ok }) => ok,
    () => false,
  )

function forward({ url, agent }: Target, incoming: IncomingMessage, answer: ServerResponse): void {
  const {
    method,
    headers: { connection: _, ...headers },
  } = incoming
  const onward = request(`${url}${incoming.url}`, { method, headers, agent }, (answered) => {
    const { connection: _, 'keep-alive': __, ...rest } = answered.headers
    answer.writeHead(answered.statusCode ?? 502, rest)
    answered.pipe(answer)
  })
  onward.on('error', (error) => {
    if (!answer.headersSent) answer.writeHead(502)
    answer.end(`${method} ${incoming.url} to ${url}: ${String(error)}`)
  })
  incoming.pipe(onward)
}
