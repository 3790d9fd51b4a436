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
  if (key === undefined) {
    throw new Problem(
      'unauthorized',
      'There is no key of a site: send "Authorization: Bearer pk_...", or "Bearer sk_..." from a server of the house.',
    )
  }
  return { key, isHouse: key.startsWith('sk_') }
}

/** What whoever shows a key is told that opens no site. */
export const noSuchKey = (key: string): Problem => {
  const kind = key.startsWith('sk_') ? 'secret' : 'publishable'
  return new Problem('unauthorized', `No site has this ${kind} key. Send the ${kind} key of yours in its place.`)
}

/** Looks after the key that every `/v1` route needs; what it may do, the operation says. */
export const siteKey = fastifyPlugin(
  async (app, { sites }: { sites: KnownSites }) => {
    app.decorateRequest('siteKey')
    app.decorate('requireSiteKey', async (request: FastifyRequest) => {
      const { key, isHouse } = shownKey(request)
      const site = await sites.open(key)
      if (site === undefined) throw noSuchKey(key)
      request.siteKey = { site, caller: keyHash(key), isHouse }
    })
  },
  { name: 'site-key' },
)
