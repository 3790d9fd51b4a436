import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** The connections of a server, and how they end without cutting anybody off. */
export interface OpenConnections {
  /**
   * Waits until all of them are over. One on which a request runs is left alone; one that is silent may be bringing its
   * next request at this moment, so it is ended only when nothing at all came on it for `silenceMs`.
   */
  end(silenceMs: number): Promise<void>
}

/** Follows the connections of a server from now on. */
export function openConnections(server: Server): OpenConnections {
  /** How many requests run on each. */
  const running = new Map<Socket, number>()
  const over = Promise.withResolvers<void>()
  let isEnding = false

  const forget = (socket: Socket): void => {
    running.delete(socket)
    if (isEnding && running.size === 0) over.resolve()
  }
  server.on('connection', (socket) => {
    running.set(socket, 0)
    socket.once('close', () => forget(socket))
  })
  server.on('request', ({ socket }, answer) => {
    running.set(socket, (running.get(socket) ?? 0) + 1)
    answer.once('close', () => {
      const requests = running.get(socket)
      if (requests !== undefined) running.set(socket, requests - 1)
    })
  })

  const idle = (): Socket[] => [...running].filter(([, requests]) => requests === 0).map(([socket]) => socket)

  return {
    end: async (silenceMs) => {
      isEnding = true
      while (running.size > 0) {
        const received = new Map(idle().map((socket) => [socket, socket.bytesRead]))
        await Promise.race([over.promise, delay(silenceMs, undefined, { ref: false })])
        for (const socket of idle()) {
          if (received.get(socket) !== socket.bytesRead) continue
          // The second time: its client has not answered our end with its own.
          if (socket.writableEnded) socket.destroy()
          else socket.end()
        }
      }
    },
  }
}
