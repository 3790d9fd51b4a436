/**
 * The server as it is started in production, with one route more: it answers with a constant, and so shows what the rest
 * of the server costs. Run by the bench in a process of its own.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { build } from '../../../server/dist/app.js'
import { systemClock } from '../../../server/dist/clock.js'
import { readConfig } from '../../../server/dist/config.js'
import { startServer } from '../../../server/dist/main.js'
import { openStorage } from '../../../server/dist/start/open-storage.js'
import { stopOnSignal } from '../../../server/dist/start/stop-on-signal.js'

/** What the bench may want of the server. */
export type BenchMessage = { constant: string } | { memory: true }

let constant = Buffer.alloc(0)
subscribe('fastify.initialization', (message) => {
  const { fastify } = message as { fastify: Awaited<ReturnType<typeof build>> }
  // Hooks that plugins add later are those of this route as well.
  fastify.get('/constant', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(constant),
  )
})

process.on('message', (message: BenchMessage) => {
  if ('constant' in message) constant = Buffer.from(message.constant)
  else process.send?.({ memoryBytes: collectedMemory() })
})

/** What is left after everything that nobody needs is gone; the bytes of kept answers lie beside the heap. */
function collectedMemory(): number {
  for (let time = 0; time < 4; time += 1) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const config = readConfig(process.env)
const storage = await openStorage(config)
const server = await startServer({ config, storage, clock: systemClock })
stopOnSignal(server.close, config.shutdownGraceSeconds, server.log)
process.stdout.write(`${server.apiUrl}\n`)
