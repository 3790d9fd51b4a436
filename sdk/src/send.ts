import ky from 'ky'
import { readAnswer } from './answer.js'
import type { AnswerOf, Asked } from './asked.js'
import { IDEMPOTENCY_KEY_HEADER, MANAGE_TOKEN_HEADER } from './contract/header-names.js'
import { type OperationId, type Route, routes } from './contract/routes.js'
import { failureOf } from './failure.js'
import { headerValue } from './header-value.js'
import { newIdempotencyKey } from './idempotency-key.js'
import { pathOf } from './path-of.js'
import { retryOptions } from './retry.js'
import { type Fetch, wholeAnswer } from './whole-answer.js'

/** Calls one operation of the API. What it takes and answers, its path and its method come from the contract. */
export type Send = <Id extends OperationId>(id: Id, asked: Asked<Id>) => Promise<AnswerOf<Id>>

/** Where to send, and how patiently. */
export interface Connection {
  /** The address of the API, with its path where it has one. */
  api: URL
  /** Sent with every request. */
  headers: Headers
  fetch: Fetch
  timeoutMs: number
  retries: number
  retryDelayMs: number
}

/** What a request is made of, once the contract's types have done their work. */
interface Parts {
  params?: Record<string, string>
  query?: Record<string, string | number | undefined>
  body?: unknown
  manageToken?: string | undefined
  idempotencyKey?: string | undefined
  signal?: AbortSignal | undefined
  keepalive?: boolean | undefined
}

const headersOf = (route: Route, { manageToken, idempotencyKey }: Parts) => {
  const headers: Record<string, string> = {}
  if ((route.access === 'manage-token' || route.readsManageToken) && manageToken !== undefined) {
    headers[MANAGE_TOKEN_HEADER] = headerValue('manageToken', manageToken)
  }
  // Made once for a call: its retries are the same request.
  if (route.isIdempotent) {
    headers[IDEMPOTENCY_KEY_HEADER] = headerValue('idempotencyKey', idempotencyKey ?? newIdempotencyKey())
  }
  return headers
}

export const createSend = ({ api, headers, fetch, timeoutMs, retries, retryDelayMs }: Connection): Send => {
  const http = ky.create({
    prefix: api,
    headers,
    fetch: wholeAnswer(fetch, api.origin),
    timeout: timeoutMs,
    // Followed, it would carry the manage token to wherever it leads.
    redirect: 'manual',
    retry: retryOptions(retries, retryDelayMs),
  })

  return async <Id extends OperationId>(id: Id, asked: Asked<Id>): Promise<AnswerOf<Id>> => {
    const route: Route = routes[id]
    const parts = asked as Parts
    const { params = {}, query = {}, body, signal, keepalive = false } = parts
    const path = pathOf(route.path, params)
    const requestHeaders = headersOf(route, parts)
    signal?.throwIfAborted()
    try {
      const response = await http(path, {
        method: route.method,
        searchParams: query,
        headers: requestHeaders,
        keepalive,
        ...(body === undefined ? {} : { json: body }),
        ...(signal === undefined ? {} : { signal }),
      })
      return (await readAnswer(response, api.origin)) as AnswerOf<Id>
    } catch (error) {
      signal?.throwIfAborted()
      throw failureOf(error, api.origin, timeoutMs)
    }
  }
}
