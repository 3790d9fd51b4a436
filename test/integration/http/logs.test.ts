import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { guest, salon } from '../salon.ts'
import { DAY, serveSalon } from '../salon-server.ts'

const database = await openEmbeddedDatabase()
const { call, log, site } = await serveSalon(database, salon)
afterAll(() => database.close())
beforeEach(() => log.splice(0))

const lines = () => log.map((line) => JSON.parse(line) as Record<string, unknown>)

test('a request is one line with its id, method, route, status and time', async () => {
  const { headers } = await call('GET', '/v1/slots', { query: { items: 'cut', date: DAY } })
  expect(lines()).toMatchObject([
    {
      level: 30,
      requestId: headers['x-request-id'],
      method: 'GET',
      route: '/v1/slots',
      status: 200,
      milliseconds: expect.any(Number),
    },
  ])
})

describe('what clients send is never logged', () => {
  const secrets = ['needle-query', 'needle-name', 'needle@example.test', 'needle-key', 'needle-token', 'needle-path']
  const expectSilence = () => {
    expect(log.length).toBeGreaterThan(0)
    const all = log.join('')
    for (const secret of [...secrets, site.publishableKey]) expect(all).not.toContain(secret)
  }

  test.each([
    [
      'a success',
      { start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'cut' }], client: guest, note: 'needle-name' },
    ],
    [
      'a refusal',
      { start: 'needle-name', items: [{ serviceId: 'needle-name' }], client: { email: 'needle@example.test' } },
    ],
    ['something unknown', { start: `${DAY}T09:00:00+01:00`, items: [{ serviceId: 'needle-name' }], client: guest }],
    ['no JSON', '{"needle-name'],
  ])('%s', async (_, body) => {
    await call('POST', '/v1/bookings', {
      query: { timeZone: 'needle-query' },
      key: 'needle-key',
      token: 'needle-token',
      body,
      headers: { 'content-type': 'application/json' },
    })
    await call('POST', '/v1/bookings', { key: 'needle-key', body, headers: { 'content-type': 'application/json' } })
    await call('GET', '/needle-path?needle-query=1')
    await call('GET', '/v1/%zzneedle-path')
    expectSilence()
  })

  test('nor is it when a statement fails', async () => {
    const own = await openEmbeddedDatabase()
    const server = await serveSalon(own, salon)
    await own.sql.query(`ALTER TABLE clients ADD CHECK (name <> 'needle-name')`)
    const { status, body } = await server.call('POST', '/v1/bookings', {
      body: {
        start: `${DAY}T09:00:00+01:00`,
        items: [{ serviceId: 'cut' }],
        client: { name: 'needle-name', email: 'needle@example.test' },
      },
    })
    await own.close()
    expect(status).toBe(500)
    expect(body).toMatchObject({ code: 'internal', detail: expect.not.stringContaining('clients') })
    const all = server.log.join('')
    expect(all).toContain('"code":"23514"')
    expect(all).toContain(body.requestId)
    expect(all).toContain('clients_name_check')
    expect(all).not.toContain('needle')
  })
})
