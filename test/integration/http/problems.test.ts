import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { problem, problems } from '@codex-booking/sdk/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { salon } from '../salon.ts'
import { type Answer, serveSalon } from '../salon-server.ts'

const database = await openEmbeddedDatabase()
const { app, call, site } = await serveSalon(database, { ...salon, secretKey: 'sk_house' })
let port = 0
beforeAll(async () => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
})
afterAll(async () => {
  await app.close()
  await database.close()
})

function expectProblem({ status, headers, body }: Answer, code: keyof typeof problems): void {
  expect({ status, code: body.code }).toEqual({ status: problems[code].status, code })
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(headers['x-request-id']).toBe(body.requestId)
  expect(problem.parse(body)).toEqual(body)
  expect(body).toMatchObject({ type: `urn:codex-booking:problem:${code}`, status, title: problems[code].title })
}

const json = { 'content-type': 'application/json' }
const post = (payload: string | undefined, headers: Record<string, string> = json) =>
  call('POST', '/v1/bookings', { headers, ...(payload !== undefined && { body: payload }) })

describe('what the framework refuses is a problem too', () => {
  test.each([
    ['half a body', '{"start":'],
    ['no body under a JSON type', ''],
    ['a body that reaches for the prototype', '{"__proto__": {"isAdmin": true}}'],
    ['a body that reaches for the constructor', '{"constructor": {"prototype": {"isAdmin": true}}}'],
  ])('%s is 400', async (_, body) => expectProblem(await post(body), 'malformed-request'))

  test.each([
    ['text', 'text/plain'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['a type that is none', 'nonsense'],
  ])('a body of %s is 415', async (_, type) =>
    expectProblem(await post('{}', { 'content-type': type }), 'unsupported-media-type'),
  )

  test('a body of more than 64 KB is 413', async () => {
    expectProblem(await post(JSON.stringify({ note: 'x'.repeat(65_536) })), 'too-large')
  })

  test('no body at all is 422', async () => {
    const answer = await call('POST', '/v1/bookings')
    expectProblem(answer, 'validation-failed')
    expect(answer.body.errors).toMatchObject([{ path: 'body' }])
  })

  test.each([
    ['GET', '/'],
    ['GET', '/v1/nothing'],
    ['GET', '/v1/bookings'],
    ['DELETE', '/v1/site'],
    ['POST', '/v1/slots/../slots'],
    ['TRACE', '/v1/site'],
    ['PROPFIND', '/v1/site'],
    ['GET', '/v1/site/'],
    ['GET', '/V1/SITE'],
  ])('%s %s is 404', async (method, path) => expectProblem(await call(method, path), 'not-found'))

  test('an address that is none is 400', async () => {
    expectProblem(await call('GET', '/v1/bookings/%E0%A4%A'), 'malformed-request')
    expectProblem(await call('GET', '/v1/%zz'), 'malformed-request')
  })

  test('an address without end is 413', async () => {
    expectProblem(await call('GET', `/v1/bookings/${'x'.repeat(600)}`), 'too-large')
  })
})

describe('who asks', () => {
  test.each([
    ['no key', undefined],
    ['a key of nobody', 'Bearer pk_nobody'],
    ['another scheme', 'Basic cGtfdGVzdDo='],
    ['no key after the scheme', 'Bearer '],
    ['a secret key of nobody', 'Bearer sk_nobody'],
    ['a secret key that says it is publishable', `Bearer ${site.secretKey.replace('sk_', 'pk_')}`],
    ['a publishable key that says it is secret', `Bearer ${site.publishableKey.replace('pk_', 'sk_')}`],
    ['a key with a quote', "Bearer pk_'; DROP TABLE sites"],
    ['a key beyond measure', `Bearer pk_${'x'.repeat(5000)}`],
  ])('%s is 401 on every operation', async (_, authorization) => {
    for (const [method, path] of [
      ['GET', '/v1/site'],
      ['GET', '/v1/slots?nonsense=1'],
      ['POST', '/v1/bookings'],
    ] as const) {
      const answer = await call(method, path, { headers: { authorization } })
      expectProblem(answer, 'unauthorized')
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="codex-booking"')
    }
  })

  test.each([
    [undefined, 'send "Authorization: Bearer pk_...", or "Bearer sk_..." from a server of the house.'],
    ['Bearer pk_nobody', 'No site has this publishable key. Send the publishable key of yours in its place.'],
    ['Bearer sk_nobody', 'No site has this secret key. Send the secret key of yours in its place.'],
  ])('who shows %s is told what fits', async (authorization, sentence) => {
    for (const path of ['/v1/slots', '/v1/bookings/0198b6a0-0000-7000-8000-000000000001']) {
      const { body } = await call('GET', path, { headers: { authorization } })
      expect(body.detail).toContain(sentence)
    }
  })

  test('the scheme may be written in any case', async () => {
    const headers = { authorization: `bearer ${site.publishableKey}` }
    expect((await call('GET', '/v1/site', { headers })).status).toBe(200)
  })
})

describe('the id of a request', () => {
  test('is the caller’s own where it is safe to repeat', async () => {
    const answer = await call('GET', '/v1/nothing', { headers: { 'x-request-id': 'caller-0001.a_b' } })
    expect(answer.headers['x-request-id']).toBe('caller-0001.a_b')
    expectProblem(answer, 'not-found')
  })

  test.each(['short', 'with space in it', 'x'.repeat(65), '<script>alert(1)</script>', '12345678\u00e9'])(
    '"%s" is not taken over',
    async (id) => {
      const answer = await call('GET', '/v1/site', { headers: { 'x-request-id': id } })
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    },
  )
})

describe('what is no HTTP, or hardly', () => {
  const raw = async (request: string): Promise<Answer> => {
    const socket = connect(port, '127.0.0.1')
    socket.write(request)
    const answer = await text(socket)
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    const [first = '', ...lines] = head.split('\r\n')
    const headers = Object.fromEntries(
      lines.map((line): [string, string] => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.split(': ')[1] ?? '',
      ]),
    )
    return { status: Number(first.split(' ')[1]), headers, body: JSON.parse(body) }
  }

  test.each([
    ['garbage', 'nonsense\r\n\r\n', 'malformed-request'],
    ['an unknown method', 'BREW /v1/site HTTP/1.1\r\nHost: x\r\n\r\n', 'malformed-request'],
    [
      'two lengths',
      'POST /v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}',
      'malformed-request',
    ],
    ['headers without end', `GET /v1/site HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 'too-large'],
    ['expectations', 'GET /v1/site HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\n\r\n', 'malformed-request'],
    ['a tunnel', 'CONNECT example.test:443 HTTP/1.1\r\nHost: x\r\n\r\n', 'malformed-request'],
    ['no host', 'GET /v1/nothing HTTP/1.1\r\nConnection: close\r\n\r\n', 'not-found'],
    ['no host on the page', 'GET /docs/ HTTP/1.1\r\nConnection: close\r\n\r\n', 'malformed-request'],
    ['a host that is none', 'GET /docs HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n', 'malformed-request'],
  ] as const)('%s', async (_, request, code) => expectProblem(await raw(request), code))
})
