import type { FastifyBaseLogger } from 'fastify'

/** Says that there is nothing to be booked. */
export function tellOfNoSite(log: FastifyBaseLogger): void {
  log.warn(
    'The database has no site, so every key is answered with 401. Make one: docs/running-in-production.md, "A site".',
  )
}
