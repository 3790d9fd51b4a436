import { ConnectionError } from './errors/connection-error.js'

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** Built from scratch these refuse a body, even an empty one. */
const BODILESS_STATUSES: ReadonlySet<number> = new Set([204, 205, 304])

/**
 * A fetch that resolves when the whole answer is here. So time-outs and retries cover the body as well: a connection
 * that breaks in the middle of the answer to a booking leaves a client without its token.
 *
 * @throws {ConnectionError} where no whole answer came
 */
export const wholeAnswer =
  (fetch: Fetch, origin: string): Fetch =>
  async (input, init) => {
    try {
      const response = await fetch(input, init)
      if (response.type === 'opaqueredirect') return response
      const text = await response.text()
      const { status, statusText, headers } = response
      return new Response(BODILESS_STATUSES.has(status) ? null : text, { status, statusText, headers })
    } catch (cause) {
      throw new ConnectionError(origin, { cause })
    }
  }
