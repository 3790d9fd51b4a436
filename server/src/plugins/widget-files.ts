import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import { fastifyPlugin } from 'fastify-plugin'

const folder = dirname(fileURLToPath(import.meta.resolve('@codex-booking/widget/bundle')))
const version = (JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8')) as { version: string }).version

const A_YEAR = 31_536_000

/** `v1` follows the newest version within minutes; an exact version never changes. */
const addresses = [
  { prefix: '/widget/v1/', cacheControl: 'public, max-age=300, must-revalidate' },
  { prefix: `/widget/${version}/`, cacheControl: `public, max-age=${A_YEAR}, immutable` },
]

/** The widget for a `<script type="module">` tag of any page: `/widget/v1/codex-booking.js`. */
export const widgetFiles = fastifyPlugin(
  async (app) => {
    if (!existsSync(folder)) {
      app.log.warn('The widget has not been built: there is nothing at /widget/v1/')
      return
    }
    for (const { prefix, cacheControl } of addresses) {
      await app.register(fastifyStatic, {
        root: folder,
        prefix,
        // The files there are at the start, each a route of its own: nothing in an address can reach further.
        wildcard: false,
        preCompressed: true,
        decorateReply: false,
        cacheControl: false,
        setHeaders: (reply) => {
          void reply.header('cache-control', cacheControl)
        },
      })
    }
  },
  { name: 'widget-files' },
)
