import type { FastifyBaseLogger } from 'fastify'

/** Says that there is nothing to be booked, where the database is as new. */
export function tellOfSites(publishableKeys: readonly string[], log: FastifyBaseLogger): void {
  if (publishableKeys.length > 0) return
  log.warn(
    'The database has no site, so every key is answered with 401. Make one: docs/running-in-production.md, "A site".',
  )
}
