import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import Fastify from 'fastify'
import { expect, test, vi } from 'vitest'
import { health } from '../../routes/health.js'
import type { Database } from '../../store/database.js'
import { problems } from '../problems/problems.js'
import { draining } from './draining.js'
import { type EndingOptions, endConnections } from './end-connections.js'

const AN_HOUR_MS = 3_600_000

/** A server with a route that answers when it is told to. */
async function serve(options: EndingOptions) {
  const gate = Promise.withResolvers<void>()
  const app = Fastify({ return503OnClosing: false })
  await app.register(problems)
  await app.register(draining)
  await app.register(health, { database: { ping: async () => {} } as Database })
  app.get('/slow', async () => {
    await gate.promise
    return 'done'
  })
  await app.register(endConnections, options)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, address, finish: gate.resolve, isListening: () => app.server.listening }
}

/** A connection that is kept alive. */
async function connectTo(address: string) {
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  await once(socket, 'connect')
  let heard = ''
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString()
  })
  const ask = (path: string) => void socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
  return { socket, ask, heard: () => heard, ended: text(socket) }
}

test('before it stops it says so on /ready, and answers whoever comes, once on each connection', async () => {
  const { app, address, finish } = await serve({ delayMs: AN_HOUR_MS })
  expect((await fetch(`${address}/ready`)).status).toBe(200)
  void app.close()
  await vi.waitFor(async () => expect((await fetch(`${address}/ready`)).status).toBe(503))

  const refusal = await fetch(`${address}/ready`)
  expect(await refusal.json()).toMatchObject({ code: 'unavailable', detail: expect.stringContaining('about to stop') })
  expect(refusal.headers.get('retry-after')).toBe('1')
  finish()
  for (const path of ['/health', '/slow']) {
    const answer = await fetch(`${address}${path}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('connection')).toBe('close')
  }
})

test('a request that was on its way when it began is answered, and its connection ends with the answer', async () => {
  const { app, address, finish, isListening } = await serve({ silenceMs: 10 })
  const { ask, heard, ended } = await connectTo(address)
  ask('/slow')
  await once(app.server, 'request')
  const closed = app.close()
  await vi.waitFor(() => expect(isListening()).toBe(false))
  finish()
  expect(await ended).toMatch(/^HTTP\/1.1 200 OK\r\n(.*\r\n)*connection: close\r\n(.*\r\n)*\r\ndone$/)
  expect(heard()).toContain('done')
  await closed
})

test('what comes late on an open connection is answered, and new connections are refused', async () => {
  const { app, address, isListening } = await serve({ silenceMs: AN_HOUR_MS })
  const used = await connectTo(address)
  const fresh = await connectTo(address)
  used.ask('/health')
  await vi.waitFor(() => expect(used.heard()).toContain('"ok"'))
  const closed = app.close()
  await vi.waitFor(() => expect(isListening()).toBe(false))
  await expect(fetch(`${address}/health`)).rejects.toThrow('fetch failed')
  for (const { ask, ended } of [used, fresh]) {
    ask('/health')
    expect(await ended).toMatch(/connection: close\r\n(.*\r\n)*\r\n\{"status":"ok"\}$/)
  }
  await closed
})

test('a connection that stays silent does not keep the server, used before or not', async () => {
  const { app, address } = await serve({ silenceMs: 10 })
  const used = await connectTo(address)
  const fresh = await connectTo(address)
  used.ask('/health')
  await vi.waitFor(() => expect(used.heard()).toContain('"ok"'))
  await app.close()
  expect(await used.ended).not.toContain('connection: close')
  expect(await fresh.ended).toBe('')
})

test('a connection on which a request is arriving is not silent, however long that takes', async () => {
  const { app, address } = await serve({ silenceMs: 300 })
  const { socket, ended } = await connectTo(address)
  const letters = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n'.split('')
  const writing = setInterval(() => {
    const letter = letters.shift()
    if (letter === undefined) clearInterval(writing)
    else socket.write(letter)
  }, 20)
  const closed = app.close()
  expect(await ended).toContain('{"status":"ok"}')
  await closed
})

test('a client that does not hang up is hung up on', async () => {
  const { app, address } = await serve({ silenceMs: 10 })
  const socket = connect({ port: Number(new URL(address).port), host: '127.0.0.1', allowHalfOpen: true })
  await once(socket, 'connect')
  socket.on('error', () => {})
  await app.close()
  socket.destroy()
})
