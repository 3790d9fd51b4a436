import { systemClock } from '../clock.js'
import type { Config } from '../config.js'
import { buildDemoPage } from '../demo/demo-page.js'
import { DEMO_SECRET_KEY } from '../demo/demo-salon.js'
import { DEMO_KEY, loadDemo } from '../demo/load-demo.js'
import { listen } from '../start/listen.js'
import { openMemory } from '../start/open-memory.js'
import type { Storage } from '../start/open-storage.js'
import { stopOnFailure } from '../start/stop-on-failure.js'
import { stopOnSignal } from '../start/stop-on-signal.js'
import { serverLines, show } from './show.js'
import { type CommandOptions, prepare, serve } from './start.js'

/** Serves a demo salon, and a page of another origin that embeds the widget, until it is told to stop. */
export async function demo({ workers }: CommandOptions): Promise<void> {
  const { config, storage } = await prepare(workers)
  const keys = await load(config, storage).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })
  const isDemo = keys.includes(DEMO_KEY)
  const publishableKey = isDemo ? DEMO_KEY : (keys[0] ?? DEMO_KEY)

  const server = await serve(config, storage, workers)
  const page = buildDemoPage({ apiUrl: server.apiUrl, publishableKey })
  const close = async (): Promise<void> => {
    await page?.close()
    await server.close()
  }
  const address = { port: config.demoPort, host: config.host, portVariable: 'DEMO_PORT', hostVariable: 'HOST' }
  const pageUrl =
    page &&
    (await listen(page, address).catch(async (error: unknown) => {
      await close()
      throw error
    }))
  stopOnFailure(server.log)
  stopOnSignal(close, config.shutdownGraceSeconds, server.log)
  show(serverLines(server, storage, { publishableKey, secretKey: isDemo ? DEMO_SECRET_KEY : undefined, pageUrl }))
}

/** Loads the salon, and tells other servers of the same database, where there are any, what that changed. */
async function load({ redis, isOnlyProcess }: Config, { database, tokenSecrets }: Storage): Promise<string[]> {
  const nobody = { count: () => {}, info: () => {}, warn: () => {} }
  const clock = systemClock
  const memory = openMemory({ redis, database, isOnlyProcess, clock, counters: nobody, log: nobody })
  try {
    return await loadDemo({ database, clock, tokenSecrets, cache: memory.cache, live: memory.live })
  } finally {
    await memory.close()
  }
}
