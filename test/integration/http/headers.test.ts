import { afterAll, describe, expect, test } from 'vitest'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { salon } from '../salon.ts'
import { serveSalon } from '../salon-server.ts'

const database = await openEmbeddedDatabase()
const { call } = await serveSalon(database, salon)
afterAll(() => database.close())

const origin = 'https://salon.example.test'

describe('pages of any origin', () => {
  test('may ask first, once a day', async () => {
    const { status, headers } = await call('OPTIONS', '/v1/bookings', {
      headers: {
        authorization: undefined,
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key,codex-manage-token,last-event-id',
      },
    })
    expect(status).toBe(204)
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-allow-methods']).toMatch(/POST, DELETE/)
    expect(String(headers['access-control-allow-headers']).toLowerCase()).toMatch(
      /authorization.*content-type.*idempotency-key.*codex-manage-token.*last-event-id/,
    )
    expect(headers['access-control-max-age']).toBe('86400')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
  })

  test.each([
    ['an answer', '/v1/site'],
    ['a problem', '/v1/slots'],
    ['an unknown address', '/nothing'],
    ['an address that is none', '/%zz'],
  ])('may read %s and its request id', async (_, path) => {
    const { headers } = await call('GET', path, { headers: { origin } })
    expect(headers['access-control-allow-origin']).toBe('*')
    if (path !== '/%zz') expect(headers['access-control-expose-headers']).toBe('X-Request-Id, Retry-After, ETag')
  })
})

test('answers are data: not guessed at, not framed, not kept', async () => {
  const { headers } = await call('GET', '/v1/site')
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
  })
})
