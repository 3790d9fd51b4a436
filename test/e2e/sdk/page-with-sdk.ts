import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import type * as sdk from '@codex-booking/sdk'
import { chromium } from 'playwright-core'
import { findChromium } from '../../browser/chromium.ts'

declare global {
  /** The built package, in the page and in its worker. */
  var codexSdk: typeof sdk
}

/** What runs a function with `codexSdk` at hand: a page, or a worker of it. */
export interface Place {
  evaluate<Argument, Result>(run: (argument: Argument) => Result | Promise<Result>, argument: Argument): Promise<Result>
}

const sdkFile = createRequire(import.meta.url).resolve('@codex-booking/sdk')
const kyFile = createRequire(sdkFile).resolve('ky')
const folders: Record<string, string> = { sdk: dirname(sdkFile), ky: dirname(kyFile) }

/** Neither localhost nor https: there `crypto.randomUUID` is missing, as on many a page in a house's own network. */
const HOST = 'page.example.test'
const LOAD = "import * as codexSdk from '/sdk/index.js'; globalThis.codexSdk = codexSdk"
const PAGE = `<!doctype html><title>A page</title><link rel="icon" href="data:,"><script type="module">${LOAD}</script>`

const javascriptAt = async (path: string): Promise<string | undefined> => {
  if (path === '/worker.js') return `${LOAD}; postMessage('ready')`
  const [, folder = '', file = ''] = /^\/(sdk|ky)\/([\w/.-]+\.js)$/.exec(path) ?? []
  const code = folder === '' ? undefined : await readFile(join(folders[folder] ?? '', file), 'utf8')
  return code?.replaceAll("from 'ky'", "from '/ky/index.js'")
}

/** A site without a bundler: a page, a worker, and the package as it was built. */
const serveSite = async () => {
  const server = createServer((request, response) => {
    const answer = (code?: string) =>
      response.setHeader('content-type', code === undefined ? 'text/html' : 'text/javascript').end(code ?? PAGE)
    const { pathname } = new URL(request.url ?? '', `http://${HOST}`)
    javascriptAt(pathname).then(answer, (error: Error) => response.writeHead(500).end(error.message))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, url: `http://${HOST}:${(server.address() as AddressInfo).port}/` }
}

/**
 * A page in a real Chromium, of an origin of its own, that has loaded the SDK, and so has its worker.
 *
 * @example
 * const { page, worker, close } = await openPage()
 * await page.evaluate(async (api) => codexSdk.createCodex({ api, publishableKey: 'pk_demo' }).site.get(), url)
 */
export const openPage = async (): Promise<{ page: Place; worker: Place; close: () => Promise<void> }> => {
  const site = await serveSite()
  const { args, ...options } = await findChromium()
  const browser = await chromium.launch({ ...options, args: [...args, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`] })
  const page = await browser.newPage()
  await page.goto(site.url)
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          new Worker('/worker.js', { type: 'module' }).addEventListener('message', () => resolve(), { once: true })
        }),
    ),
  ])
  return {
    page,
    worker,
    close: async () => {
      await browser.close()
      site.server.close()
      site.server.closeAllConnections()
    },
  }
}
