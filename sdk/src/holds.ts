import type { CallOptions } from './catalogue.js'
import type { CreatedHold, Hold, NewHold } from './contract/holds.js'
import type { Send } from './send.js'

export interface HoldOptions extends CallOptions {
  /** The zone in which the answer's instants are written, the site's unless said. */
  timeZone?: string | undefined
}

export interface ReleaseOptions extends CallOptions {
  /** Sent also where the page is left meanwhile: for the event `pagehide`. */
  keepalive?: boolean | undefined
}

/** Times that are kept for a client while it decides. */
export interface HoldMethods {
  /**
   * Keeps a visit for some minutes. Book it with `bookings.create({ holdId, client })`.
   *
   * @throws {SlotTakenError} with the nearest `alternatives`, where somebody else was faster
   * @throws {RateLimitedError} where this address holds too much already
   * @throws {ValidationError} where a value is wrong; `errors` names every one
   * @throws {NotFoundError} where there is no such service or resource
   */
  create(hold: NewHold, options?: HoldOptions & { idempotencyKey?: string | undefined }): Promise<CreatedHold>
  /**
   * Keeps it as long again, from now on.
   *
   * @throws {HoldExpiredError} where it has run out
   * @throws {NotFoundError} where there is no such hold
   */
  extend(id: string, options?: HoldOptions): Promise<Hold>
  /** Gives the time back. One that has run out or is gone is no problem. */
  release(id: string, options?: ReleaseOptions): Promise<void>
}

export const holdMethods = (send: Send): HoldMethods => ({
  create: (body, { timeZone, ...options } = {}) => send('createHold', { ...options, body, query: { timeZone } }),
  extend: (holdId, { timeZone, ...options } = {}) =>
    send('extendHold', { ...options, params: { holdId }, query: { timeZone } }),
  release: async (holdId, options = {}) => {
    await send('releaseHold', { ...options, params: { holdId } })
  },
})
