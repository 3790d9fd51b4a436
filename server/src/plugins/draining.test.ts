import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { draining } from './draining.js'
import { problems } from './problems/problems.js'

test('a request that comes late is sent elsewhere, as a problem', async () => {
  const gate = Promise.withResolvers<void>()
  const closing = Promise.withResolvers<void>()
  const app = Fastify({ return503OnClosing: false })
  await app.register(problems)
  await app.register(draining)
  app.addHook('preClose', async () => {
    closing.resolve()
    await gate.promise
  })
  app.get('/late', async () => 'too late')
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const closed = app.close()
  await closing.promise
  const answer = await fetch(`${address}/late`)
  expect(answer.status).toBe(503)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.headers.get('connection')).toBe('close')
  expect(answer.headers.get('retry-after')).toBe('1')
  gate.resolve()
  await closed
})
