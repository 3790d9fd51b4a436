import { isHTTPError, isTimeoutError, type RetryOptions } from 'ky'
import { ConnectionError } from './errors/connection-error.js'

/** A server that wants a longer rest gets it: the error goes to the caller, with `retryAfterSeconds`. */
const MAX_RETRY_AFTER_SECONDS = 10
const MAX_DELAY_MS = 5000

/** Answers that come from a moment, not from the request. Of the 409 only `request-in-progress`. */
const PASSING_STATUSES = [408, 409, 429, 502, 503, 504]

/** Seconds that an answer asks to wait, from either form of `Retry-After`; null where it does not ask. */
export const retryAfterSeconds = (headers: Headers, now = Date.now()): number | null => {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(value)) return Number(value)
  const at = value.endsWith('GMT') ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000))
}

const isInProgress = (body: unknown) => (Object(body) as { code?: unknown }).code === 'request-in-progress'

/** Which failed attempts are made again, and when; only for requests that may be sent twice. */
export const retryOptions = (limit: number, delayMs: number): RetryOptions => ({
  limit,
  methods: ['get', 'post', 'delete'],
  statusCodes: PASSING_STATUSES,
  afterStatusCodes: PASSING_STATUSES,
  delay: (attempt) => delayMs * 2 ** (attempt - 1),
  backoffLimit: MAX_DELAY_MS,
  // Clients that failed together shall not come back together.
  jitter: (delay) => delay * (0.75 + Math.random() * 0.5),
  shouldRetry: ({ error }) => {
    if (error instanceof ConnectionError || isTimeoutError(error)) return true
    if (!isHTTPError(error)) return false
    if (error.response.status === 409 && !isInProgress(error.data)) return false
    if ((retryAfterSeconds(error.response.headers) ?? 0) > MAX_RETRY_AFTER_SECONDS) return false
    // ky's own rules for what is left: by status, after the time that the server names.
    return undefined
  },
})
