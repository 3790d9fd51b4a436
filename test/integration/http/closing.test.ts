import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test, vi } from 'vitest'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { salon } from '../salon.ts'
import { serveSalon } from '../salon-server.ts'

const database = await openEmbeddedDatabase()
afterAll(() => database.close())

/** A server whose next question to the database waits until it is told to go on. */
async function slowServer() {
  const gate = Promise.withResolvers<void>()
  const arrived = Promise.withResolvers<void>()
  const slow = {
    ...database,
    ping: async () => {
      arrived.resolve()
      await gate.promise
    },
  }
  const server = await serveSalon(slow, salon)
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.app.server.address() as AddressInfo
  return { ...server, port, arrived: arrived.promise, goOn: gate.resolve }
}

test('a request that is slow while the server closes is answered, and its connection ends', async () => {
  const { app, port, arrived, goOn } = await slowServer()
  const agent = new Agent({ keepAlive: true })
  const asked = request({ port, host: '127.0.0.1', path: '/ready', agent }).end()
  const answered = once(asked, 'response') as Promise<[IncomingMessage]>
  await arrived
  const closed = app.close()
  await vi.waitFor(() => expect(app.server.listening).toBe(false))
  goOn()
  const [answer] = await answered
  expect(answer.statusCode).toBe(200)
  expect(answer.headers.connection).toBe('close')
  expect(await text(answer)).toBe('{"status":"ready"}')
  await closed
  agent.destroy()
})

test('idle connections do not keep the server from closing', async () => {
  const { app, port, goOn } = await slowServer()
  goOn()
  const socket = connect(port, '127.0.0.1')
  const ended = text(socket)
  socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n')
  await new Promise((resolve) => socket.once('readable', resolve))
  await app.close()
  expect(await ended).toContain('HTTP/1.1 200 OK')
})
