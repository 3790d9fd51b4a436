import { existsSync, readFileSync } from 'node:fs'
import { problems } from '@codex-booking/sdk/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { salon } from '../salon.ts'
import { serveSalon } from '../salon-server.ts'

const database = await openEmbeddedDatabase()
const { call } = await serveSalon(database, salon)
afterAll(() => database.close())
const anonymous = { headers: { authorization: undefined } }

test('health and readiness are for anyone', async () => {
  expect(await call('GET', '/health', anonymous)).toMatchObject({ status: 200, body: { status: 'ok' } })
  expect(await call('GET', '/ready', anonymous)).toMatchObject({ status: 200, body: { status: 'ready' } })
})

test('without its database the server is alive but not ready', async () => {
  const own = await openEmbeddedDatabase()
  const server = await serveSalon(own, salon)
  await own.close()
  expect((await server.call('GET', '/health')).status).toBe(200)
  expect(await server.call('GET', '/ready')).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect(await server.call('GET', '/v1/site')).toMatchObject({ status: 503, body: { code: 'unavailable' } })
})

describe('the page of the API', () => {
  test('brings everything along', async () => {
    expect((await call('GET', '/docs', anonymous)).headers.location).toBe('/docs/')
    const { status, headers, body } = await call('GET', '/docs/', anonymous)
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/html')
    expect(body).toContain('/openapi.json')
    const addresses = [...String(body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)
    expect(addresses).toContain('js/scalar.js')
    expect(addresses.filter((address) => /^(https?:)?\/\//.test(address ?? ''))).toEqual([])
    const script = await call('GET', '/docs/js/scalar.js', anonymous)
    expect(script.status).toBe(200)
    expect(script.headers['content-type']).toContain('javascript')
  })

  test('may load nothing from elsewhere', async () => {
    const { headers } = await call('GET', '/docs/', anonymous)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).not.toContain('http')
  })
})

test('every problem has a page of its own', () => {
  const folder = new URL('../../../docs/problems/', import.meta.url)
  for (const [code, { status, title }] of Object.entries(problems)) {
    const page = new URL(`${code}.md`, folder)
    expect(existsSync(page), code).toBe(true)
    const text = readFileSync(page, 'utf8')
    expect(text).toContain(`# ${code}`)
    expect(text).toContain(`**${status}**`)
    expect(text).toContain(title)
    expect(text).toContain(`urn:codex-booking:problem:${code}`)
  }
})
