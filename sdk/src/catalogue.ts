import type { Resources } from './contract/resources.js'
import type { Services } from './contract/services.js'
import type { Site } from './contract/site.js'
import type { Send } from './send.js'

/** How a call is made, whatever it asks. */
export interface CallOptions {
  /** Aborts the call, its retries included; it rejects with the signal's reason, an `AbortError` unless said. */
  signal?: AbortSignal | undefined
}

/** Who the site is. */
export interface SiteMethods {
  /** Name, address, time zone and money of the site, its notice periods, and what its contact form asks. */
  get(options?: CallOptions): Promise<Site>
}

/** What can be booked. */
export interface ServiceMethods {
  /** Categories and services, with prices and who can do them. */
  list(options?: CallOptions): Promise<Services>
}

/** Who can be asked for by name. */
export interface ResourceMethods {
  /** The people and things that a client may choose. */
  list(options?: CallOptions): Promise<Resources>
}

export const siteMethods = (send: Send): SiteMethods => ({
  get: ({ signal } = {}) => send('getSite', { signal }),
})

export const serviceMethods = (send: Send): ServiceMethods => ({
  list: ({ signal } = {}) => send('listServices', { signal }),
})

export const resourceMethods = (send: Send): ResourceMethods => ({
  list: ({ signal } = {}) => send('listResources', { signal }),
})
