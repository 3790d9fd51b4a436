import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildDemoPage } from './demo-page.js'

const folder = mkdtempSync(join(tmpdir(), 'codex-page-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'images'))
writeFileSync(join(folder, 'index.html'), '<a href="http://127.0.0.1:3000/x" key="pk_demo">http://127.0.0.1:3000</a>')
writeFileSync(join(folder, 'page.css'), '/* http://127.0.0.1:3000 */')
writeFileSync(join(folder, 'images', 'door.svg'), '<svg/>')
writeFileSync(join(folder, '.secret'), 'secret')
const page = buildDemoPage({ apiUrl: 'http://127.0.0.1:4567', publishableKey: 'pk_own', folder })

test.each(['/', '/index.html'])('the page at %s talks to the server that runs', async (url) => {
  const answer = await page?.inject({ url })
  expect(answer?.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(answer?.payload).toBe('<a href="http://127.0.0.1:4567/x" key="pk_own">http://127.0.0.1:4567</a>')
})

test('what belongs to the page is served as it is', async () => {
  expect((await page?.inject({ url: '/page.css' }))?.payload).toBe('/* http://127.0.0.1:3000 */')
  expect((await page?.inject({ url: '/images/door.svg' }))?.headers['content-type']).toBe('image/svg+xml')
})

test.each(['/.secret', '/nothing.html', '/../package.json', '/%2e%2e/package.json'])('%s is not', async (url) => {
  expect((await page?.inject({ url }))?.statusCode).toBe(404)
})

test('without the example there is no page', () => {
  expect(buildDemoPage({ apiUrl: 'x', publishableKey: 'y', folder: join(folder, 'images') })).toBeUndefined()
})
