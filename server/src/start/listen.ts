import type { FastifyInstance } from 'fastify'

/** The server cannot listen where it should; the message says why and what to do. */
export class ListenError extends Error {
  override name = 'ListenError'
}

/** Where to listen, and the variables of the environment that say so. */
export interface ListenAddress {
  /** 0: any free one. */
  port: number
  host: string
  portVariable: string
  hostVariable: string
}

/**
 * Listens, and says under which origin it can be asked, such as `http://127.0.0.1:3000`.
 *
 * @throws ListenError
 */
export async function listen(app: FastifyInstance, address: ListenAddress): Promise<string> {
  const { port, host } = address
  try {
    await app.listen({ port, host })
  } catch (error) {
    throw new ListenError(sentence(error, address), { cause: error })
  }
  const bound = app.server.address()
  const boundPort = bound === null || typeof bound === 'string' ? port : bound.port
  return `http://${reachable(host)}:${boundPort}`
}

/** The host as a browser on this machine writes it. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

function sentence(error: unknown, { port, host, portVariable, hostVariable }: ListenAddress): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is taken by another program. Stop that one, or set ${portVariable} to another port (0 takes any free one).`
    case 'EACCES':
      return `Port ${port} may not be used by this user. Set ${portVariable} to a port from 1024 on.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine. Set ${hostVariable} to one that is, such as 127.0.0.1, or 0.0.0.0 for all.`
    default:
      return `The server cannot listen on port ${port} of ${host}: ${error instanceof Error ? error.message : String(error)}.`
  }
}
