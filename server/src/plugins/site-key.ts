import type { FastifyRequest } from 'fastify'
import { fastifyPlugin } from 'fastify-plugin'
import { Problem } from '../problems.js'
import type { Database } from '../store/database.js'
import { findSiteByPublishableKey } from '../store/find-site-by-publishable-key.js'
import { findSiteBySecretKey } from '../store/find-site-by-secret-key.js'
import { keyHash } from '../store/key-hash.js'
import { readSite } from '../store/read-site.js'
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

/** Looks after the key that every `/v1` route needs; what it may do, the operation says. */
export const siteKey = fastifyPlugin(
  async (app, { database }: { database: Database }) => {
    app.decorateRequest('siteKey')
    app.decorate('requireSiteKey', async (request: FastifyRequest) => {
      const key = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? ''
      const isHouse = key.startsWith('sk_')
      const siteId = key && (await (isHouse ? findSiteBySecretKey : findSiteByPublishableKey)(database.sql, key))
      const site = siteId && (await readSite(database.sql, siteId))
      if (!site) {
        throw new Problem(
          'unauthorized',
          'The key of the site is missing or wrong: send the publishable one as "Authorization: Bearer pk_...".',
        )
      }
      request.siteKey = { site, caller: keyHash(key), isHouse }
    })
  },
  { name: 'site-key' },
)
