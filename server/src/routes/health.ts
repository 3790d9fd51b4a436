import { fastifyPlugin } from 'fastify-plugin'
import type { Database } from '../store/database.js'

/** `/health`: the process runs. `/ready`: it can work, the database answers; else a problem `unavailable`. */
export const health = fastifyPlugin(
  async (app, { database }: { database: Database }) => {
    app.get('/health', async () => ({ status: 'ok' }))
    app.get('/ready', async () => {
      await database.ping()
      return { status: 'ready' }
    })
  },
  { name: 'health' },
)
