/** One service of a visit as an answer said it. */
interface SaidItem {
  serviceId: string
  resourceId: string
  start: string
  end: string
}

/** How a booking stands, as far as its client can know. */
export interface Known {
  state: string
  start: string
  items: SaidItem[]
}

/** A booking that a client was told of. */
export interface KnownBooking {
  id: string
  siteKey: string
  token: string
  /** Also in its metadata, to be found by. */
  key: string
  /** One, but where two changes at once were both answered with a success: then it is one of these. */
  possible: Known[]
}

/** A hold that a client was told of and has not used or given back. */
export interface KnownHold {
  id: string
  expiresAt: string
}

/** What all clients together have been told. */
export interface Ledger {
  /** By their keys. */
  bookings: Map<string, KnownBooking>
  /** By their ids. */
  holds: Map<string, KnownHold>
  /** Holds that were made to run out before their time. */
  forcedOut: Set<string>
}

export const newLedger = (): Ledger => ({ bookings: new Map(), holds: new Map(), forcedOut: new Set() })

/** What an answer says of a booking. */
export const knownOf = ({ state, start, items }: Known): Known => ({
  state,
  start,
  items: items.map(({ serviceId, resourceId, start: from, end }) => ({ serviceId, resourceId, start: from, end })),
})
