import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import Fastify, { type FastifyInstance } from 'fastify'
import { DEMO_KEY } from './load-demo.js'

/** The example of a page that embeds the widget; it is not part of the published package. */
const EXAMPLE_PAGE = fileURLToPath(new URL('../../../examples/plain-html', import.meta.url))

/** Written in the example: where `codex-booking demo` serves by default. */
const EXAMPLE_API = 'http://127.0.0.1:3000'

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
}

/** What the page is made with. */
export interface DemoPageOptions {
  /** Origin of the API that the page is to talk to. */
  apiUrl: string
  publishableKey: string
  /** Default: the example of the repository. */
  folder?: string
}

/**
 * A server of the example page, to listen on an origin of its own: what a site does that embeds the widget.
 *
 * @returns undefined where the example is not there
 */
export function buildDemoPage({
  apiUrl,
  publishableKey,
  folder = EXAMPLE_PAGE,
}: DemoPageOptions): FastifyInstance | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined
  const app = Fastify({ forceCloseConnections: true })
  // Each file is a route of its own, read once: nothing in an address can reach further.
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))) {
    const type = CONTENT_TYPES[extname(file)]
    if (type === undefined || !statSync(file).isFile()) continue
    const content = readFileSync(file)
    const body = type.startsWith('text/html')
      ? content.toString('utf8').replaceAll(EXAMPLE_API, apiUrl).replaceAll(DEMO_KEY, publishableKey)
      : content
    const path = `/${relative(folder, file).split(sep).join('/')}`
    for (const route of path === '/index.html' ? ['/', path] : [path]) {
      app.get(route, (_request, reply) => reply.type(type).header('cache-control', 'no-cache').send(body))
    }
  }
  return app
}
