import { type CalendarMethods, calendarMethods, type SlotMethods, slotMethods } from './availability.js'
import { type BookingMethods, bookingMethods } from './bookings.js'
import {
  type ResourceMethods,
  resourceMethods,
  type ServiceMethods,
  type SiteMethods,
  serviceMethods,
  siteMethods,
} from './catalogue.js'
import { type EventMethods, eventMethods } from './events.js'
import { headerValue } from './header-value.js'
import { type HoldMethods, holdMethods } from './holds.js'
import { type Connection, createSend } from './send.js'
import type { Fetch } from './whole-answer.js'

export interface CodexOptions {
  /** The address of the API: `https://booking.example.test`. A path is kept. A page may say it relative to itself. */
  api: string | URL
  /** Says which site is meant: `pk_...`. It is not a secret. */
  publishableKey?: string | undefined
  /** Instead of it, on a server of the house's own: `sk_...`. It opens everything of the site; keep it out of pages. */
  secretKey?: string | undefined
  /** Instead of the platform's: for tests, proxies or logs. */
  fetch?: Fetch | undefined
  /** Milliseconds that one attempt may take, its answer included; 10 000 unless said. */
  timeoutMs?: number | undefined
  /**
   * How often a call is made again where the network or the server failed for a moment; 2 unless said, 0 for never.
   * Nothing happens twice by it: creating calls carry an `Idempotency-Key`.
   */
  retries?: number | undefined
  /** Milliseconds before the first retry, doubled for each next one; 300 unless said. `Retry-After` goes first. */
  retryDelayMs?: number | undefined
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>> | undefined
}

/** A client of one site's booking API. */
export interface Codex {
  readonly site: SiteMethods
  readonly services: ServiceMethods
  readonly resources: ResourceMethods
  readonly calendar: CalendarMethods
  readonly slots: SlotMethods
  readonly events: EventMethods
  readonly holds: HoldMethods
  readonly bookings: BookingMethods
}

const addressOf = (api: string | URL): URL => {
  const base = globalThis.location?.href
  const url = URL.canParse(String(api), base) ? new URL(api, base) : undefined
  if (!url || !/^https?:.*(?<!\/v1\/?)$/.test(url.origin + url.pathname) || url.username || url.password) {
    throw new TypeError('api must be an address such as https://booking.example.test without /v1')
  }
  url.search = ''
  url.hash = ''
  return url
}

const keyOf = ({ publishableKey, secretKey }: CodexOptions): string => {
  if (!publishableKey === !secretKey) {
    throw new TypeError('say publishableKey or secretKey: one is needed, not both')
  }
  return secretKey ? headerValue('secretKey', secretKey) : headerValue('publishableKey', publishableKey)
}

/**
 * Makes a client. It holds no state but these options, so make one and keep it.
 *
 * @throws {TypeError} where `api` or the key cannot be used
 * @example
 * const codex = createCodex({ api: 'https://booking.example.test', publishableKey: 'pk_demo' })
 * const { services } = await codex.services.list()
 */
export const createCodex = (options: CodexOptions): Codex => {
  const headers = new Headers(options.headers)
  headers.set('authorization', `Bearer ${keyOf(options)}`)
  headers.set('accept', 'application/json, application/problem+json')
  const connection: Connection = {
    api: addressOf(options.api),
    headers,
    // Looked up at each call, so that what patches the global one later is used.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs: options.timeoutMs ?? 10_000,
    retries: options.retries ?? 2,
    retryDelayMs: options.retryDelayMs ?? 300,
  }
  const send = createSend(connection)
  return {
    site: siteMethods(send),
    services: serviceMethods(send),
    resources: resourceMethods(send),
    calendar: calendarMethods(send),
    slots: slotMethods(send),
    events: eventMethods(connection),
    holds: holdMethods(send),
    bookings: bookingMethods(send),
  }
}
