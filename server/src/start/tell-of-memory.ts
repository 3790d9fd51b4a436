import type { FastifyBaseLogger } from 'fastify'
import type { Config } from '../config.js'

/** Says where nothing is remembered, and how it could be. */
export function tellOfMemory({ redis, isOnlyProcess }: Config, log: FastifyBaseLogger): void {
  if (redis !== undefined || isOnlyProcess) return
  log.warn(
    'Other processes may use this database and there is no REDIS_URL: caches are off, and live updates ask the database. Set REDIS_URL, or ONLY_PROCESS=yes where this process is alone.',
  )
}
