import Fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { ListenError, listen } from './listen.js'

const address = { port: 0, host: '127.0.0.1', portVariable: 'PORT', hostVariable: 'HOST' }

function server() {
  const app = Fastify()
  app.get('/', async () => 'here')
  onTestFinished(() => app.close())
  return app
}

test.each(['127.0.0.1', '0.0.0.0', 'localhost'])('on %s it can be asked where it says', async (host) => {
  const origin = await listen(server(), { ...address, host })
  expect(origin).toMatch(/^http:\/\/(127\.0\.0\.1|localhost):\d+$/)
  expect(await (await fetch(origin)).text()).toBe('here')
})

test('a port that is taken is told in a sentence', async () => {
  const port = Number(new URL(await listen(server(), address)).port)
  const second = listen(server(), { ...address, port })
  await expect(second).rejects.toThrow(ListenError)
  await expect(second).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken by another program. Stop that one, or set PORT to another port (0 takes any free one).`,
  )
})

test('an address of another machine is told in a sentence', async () => {
  await expect(listen(server(), { ...address, host: '192.0.2.1' })).rejects.toThrow(
    '192.0.2.1 is no address of this machine. Set HOST to one that is, such as 127.0.0.1, or 0.0.0.0 for all.',
  )
})
