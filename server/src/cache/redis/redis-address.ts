/** Where a Redis is, and how to be let in. */
export interface RedisAddress {
  /** One; or several of a cluster, of which it is enough that one can be reached. */
  readonly nodes: readonly { readonly host: string; readonly port: number }[]
  readonly isCluster: boolean
  readonly isEncrypted: boolean
  readonly username: string | undefined
  readonly password: string | undefined
  /** Number of the database; a cluster has only 0. */
  readonly db: number
}

const DEFAULT_PORT = 6379
const SCHEME = /^rediss?(\+cluster)?:\/\//

/**
 * Reads the address of a Redis: `redis://[user:password@]host[:port][/number]`, `rediss://` with TLS. Several joined by
 * commas are nodes of one cluster, and so is a single one with `redis+cluster://` or `rediss+cluster://`. What is left
 * out of a later one (scheme, user and password) is as in the first.
 *
 * @returns undefined where it is none
 * @example parseRedisAddress('redis://10.0.0.1,10.0.0.2:7000')?.nodes // [{ host: '10.0.0.1', port: 6379 }, ...]
 */
export function parseRedisAddress(text: string): RedisAddress | undefined {
  const [first = '', ...others] = text.split(',').map((part) => part.trim())
  const scheme = SCHEME.exec(first)?.[0]
  if (scheme === undefined) return undefined
  const urls = [first, ...others.map((part) => (SCHEME.test(part) ? part : scheme + part))].map(parseUrl)
  const [url] = urls
  if (url === undefined || !urls.every((one) => one !== undefined)) return undefined
  if (urls.some(({ protocol }) => protocol !== url.protocol)) return undefined
  const isCluster = urls.length > 1 || url.protocol.endsWith('+cluster:')
  const db = Number(url.pathname.slice(1) || '0')
  if (isCluster && urls.some(({ pathname }) => pathname.length > 1)) return undefined
  return {
    nodes: urls.map(({ hostname, port }) => ({
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(port || DEFAULT_PORT),
    })),
    isCluster,
    isEncrypted: url.protocol.startsWith('rediss'),
    username: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    db,
  }
}

function parseUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isWhole = url.hostname !== '' && /^(\/\d{0,4})?$/.test(url.pathname) && url.search === '' && url.hash === ''
  return isWhole && canDecode(url.username) && canDecode(url.password) ? url : undefined
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
