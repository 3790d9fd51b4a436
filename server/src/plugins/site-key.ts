import type { FastifyRequest } from 'fastify'
import { fastifyPlugin } from 'fastify-plugin'
import type { KnownSites } from '../cache/known-sites.js'
import { Problem } from '../problems.js'
import { keyHash } from '../store/key-hash.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'

/** Whom a request speaks for. */
export interface SiteKey {
  site: SiteSnapshot
  /** Hash of the key, for what is remembered of a caller. */
  caller: string
  /** The house itself asks: with its secret key. */
  isHouse: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Lets only requests with a site's publishable or secret key through, and looks the site up. */
    requireSiteKey(request: FastifyRequest): Promise<void>
  }
  interface FastifyRequest {
    /** Known once `requireSiteKey` let the request through. */
    siteKey: SiteKey
  }
}

const BEARER = /^Bearer +((pk|sk)_[A-Za-z0-9_-]{1,200})$/i

/**
 * The key that a request shows, whatever it opens.
 *
 * @throws Problem `unauthorized` where it shows none
 */
export function shownKey({ headers }: FastifyRequest): { key: string; isHouse: boolean } {
  const key = BEARER.exec(headers.authorization ?? '')?.[1]
  if (key === undefined) throw noSuchKey()
  return { key, isHouse: key.startsWith('sk_') }
}

export const noSuchKey = (): Problem =>
  new Problem(
    'unauthorized',
    'The key of the site is missing or wrong: send the publishable one as "Authorization: Bearer pk_...".',
  )

/** Looks after the key that every `/v1` route needs; what it may do, the operation says. */
export const siteKey = fastifyPlugin(
  async (app, { sites }: { sites: KnownSites }) => {
    app.decorateRequest('siteKey')
    app.decorate('requireSiteKey', async (request: FastifyRequest) => {
      const { key, isHouse } = shownKey(request)
      const site = await sites.open(key)
      if (site === undefined) throw noSuchKey()
      request.siteKey = { site, caller: keyHash(key), isHouse }
    })
  },
  { name: 'site-key' },
)
