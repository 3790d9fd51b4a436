import { readdirSync, readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { openEmbeddedDatabase } from '../../services/embedded-database.ts'
import { salon } from '../salon.ts'
import { serveSalon } from '../salon-server.ts'

const database = await openEmbeddedDatabase()
const { app, call } = await serveSalon(database, salon)
afterAll(() => database.close())

const widget = new URL('../../../widget/', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', widget), 'utf8')) as { version: string }
const get = (path: string, headers: Record<string, string> = {}) =>
  call('GET', path, { headers: { authorization: undefined, ...headers } })

describe.each([
  ['the newest of version 1', 'v1', 'public, max-age=300, must-revalidate'],
  ['an exact version', version, 'public, max-age=31536000, immutable'],
])('%s', (_, name, cacheControl) => {
  test('is a script that any page may load', async () => {
    const { status, headers, body } = await get(`/widget/${name}/codex-booking.js`)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(/^(text|application)\/javascript; charset=utf-8$/),
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': cacheControl,
    })
    expect(body).toBe(readFileSync(new URL('dist/bundle/codex-booking.js', widget), 'utf8'))
  })

  test('has its parts beside it, under names that change with what is in them', async () => {
    const folder = new URL('dist/bundle/', widget)
    const parts = readdirSync(folder).filter((file) => /^codex-.+-[\w-]{8}\.js$/.test(file))
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) {
      const { status, body } = await get(`/widget/${name}/${part}`)
      expect({ part, status }).toEqual({ part, status: 200 })
      expect(body).toBe(readFileSync(new URL(part, folder), 'utf8'))
    }
  })

  test('is not sent again to who has it', async () => {
    const { etag } = (await get(`/widget/${name}/codex-booking.js`)).headers
    const again = await get(`/widget/${name}/codex-booking.js`, { 'if-none-match': String(etag) })
    expect(again.status).toBe(304)
    expect(again.body).toBe('')
  })

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is sent as %s to who can read that', async (encoding, read) => {
    const url = `/widget/${name}/codex-booking.js`
    const { headers, rawPayload } = await app.inject({ url, headers: { 'accept-encoding': encoding } })
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: expect.stringMatching(/accept-encoding/i) })
    expect(headers['content-type']).toContain('javascript')
    expect(read(rawPayload).equals(readFileSync(new URL('dist/bundle/codex-booking.js', widget)))).toBe(true)
  })

  test('has its source map beside it', async () => {
    const { status, headers } = await get(`/widget/${name}/codex-booking.js.map`)
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('json')
  })
})

test.each([
  '/widget/v1/',
  '/widget/v1/other.js',
  '/widget/v1/../../package.json',
  '/widget/v1/..%2f..%2fpackage.json',
  '/widget/v2/codex-booking.js',
  '/widget/0.0.0/codex-booking.js',
])('%s is 404', async (path) => {
  expect(await get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } })
})
