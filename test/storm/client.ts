import { setTimeout as delay } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import type { Tally } from './tally.ts'

/** One request; sent again as it is until it is answered. */
export interface Wish {
  /** What it is called in the table. */
  name: string
  method: 'GET' | 'POST' | 'DELETE'
  path: string
  body?: object
  /** The site's key: publishable, or secret. */
  siteKey: string
  /** The Idempotency-Key. */
  key?: string
  /** The manage token. */
  token?: string
  /** The address that a proxy says it comes from. */
  from?: string
}

/** The answer that counts: not "try again", and not none. */
export interface Reply {
  status: number
  text: string
  /** Parsed; of any shape. */
  body: ReturnType<JSON['parse']>
  /** How often it was sent before. */
  retries: number
}

/** A client with patience: sends a wish again, to any server, until there is an answer that counts. */
export interface Client {
  send(wish: Wish): Promise<Reply>
  /** What no client may ever get. */
  findings: string[]
}

/** A server that died has until then to come back, together with its database. */
const PATIENCE_MS = 60_000
const ANSWER_TIMEOUT_MS = 35_000

/** What may come of a wish, refusals included; everything else is a finding. */
const EXPECTED = new Set([200, 201, 304, 404, 409, 429])

/**
 * @param addresses of the servers, as they are at the moment
 */
export function newClient(addresses: () => readonly string[], chance: Chance, tally: Tally): Client {
  const findings: string[] = []

  /** @returns why it has to be sent again, where it has */
  async function sendOnce({ name, method, path, body, siteKey, key, token, from }: Wish): Promise<Reply | string> {
    const headers = {
      authorization: `Bearer ${siteKey}`,
      ...(body && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
      ...(token && { 'codex-manage-token': token }),
      ...(from && { 'x-forwarded-for': from }),
    }
    tally.count('requests')
    let status: number
    let text: string
    try {
      const init = { method, headers, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) }
      const answer = await fetch(
        chance.oneOf(addresses()) + path,
        body ? { ...init, body: JSON.stringify(body) } : init,
      )
      status = answer.status
      text = await answer.text()
    } catch {
      return 'no answer'
    }
    if (status === 503) return '503'
    const parsed = JSON.parse(text)
    if (parsed.code === 'request-in-progress') return 'request-in-progress'
    if (!EXPECTED.has(status)) findings.push(`${name} was answered with ${status}: ${text}`)
    return { status, text, body: parsed, retries: 0 }
  }

  return {
    findings,
    send: async (wish) => {
      const giveUp = Date.now() + PATIENCE_MS
      for (let retries = 0; ; retries += 1) {
        const reply = await sendOnce(wish)
        if (typeof reply !== 'string') {
          count(tally, wish, reply)
          return { ...reply, retries }
        }
        tally.count(`retry: ${reply}`)
        if (Date.now() > giveUp) throw new Error(`${wish.name} was never answered; at last: ${reply}`)
        await delay(chance.number(10, 50 * 2 ** Math.min(retries, 5)))
      }
    },
  }
}

function count(tally: Tally, { name }: Wish, { status, body }: Reply): void {
  tally.count(`attempt: ${name}`)
  tally.count(`status: ${status}`)
  if (status < 300) tally.count(`done: ${name}`)
  if (status === 409) tally.count(`409: ${body.code}${body.reason ? ` (${body.reason})` : ''}`)
}
