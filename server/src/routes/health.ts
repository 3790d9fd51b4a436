import { fastifyPlugin } from 'fastify-plugin'
import { unavailable } from '../problems.js'
import type { Database } from '../store/database.js'

/**
 * `/health`: the process runs. `/ready`: it can work, the database answers, and it is not about to stop; else a problem
 * `unavailable`.
 */
export const health = fastifyPlugin(
  async (app, { database }: { database: Database }) => {
    app.get('/health', async () => ({ status: 'ok' }))
    app.get('/ready', async () => {
      if (app.stopping.aborted) throw unavailable('This server is about to stop: send requests elsewhere.')
      await database.ping()
      return { status: 'ready' }
    })
  },
  { name: 'health', dependencies: ['draining'] },
)
