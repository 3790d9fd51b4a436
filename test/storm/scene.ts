import type { Chance } from './chance.ts'
import type { Client, Reply, Wish } from './client.ts'
import { type KnownBooking, knownOf, type Ledger } from './ledger.ts'
import type { Tally } from './tally.ts'

/** The keys of a house. */
export interface House {
  publishableKey: string
  secretKey: string
}

/** All that one visitor needs. */
export interface Scene {
  client: Client
  chance: Chance
  tally: Tally
  ledger: Ledger
  houses: readonly House[]
  /** The dates that visits are wanted on, `2027-03-16`. */
  days: readonly string[]
  /** Idempotency keys, of which there is each only once. */
  newKey(): string
}

/** What an answer says whenever it is given: how long a hold is still kept is told anew each time. */
const lasting = ({ text }: Reply): string => text.replace(/"expiresInSeconds":\d+/, '')

/** Sends a wish that has a key again, twice at once: both must get the answer that it got at first. */
export async function sendAgain({ client, tally }: Scene, wish: Wish, first: Reply): Promise<void> {
  for (const reply of await Promise.all([client.send(wish), client.send(wish)])) {
    tally.count('replays')
    if (reply.status !== first.status || lasting(reply) !== lasting(first)) {
      client.findings.push(
        `${wish.name} with the key ${wish.key} was answered with ${first.status} ${first.text}, and then with ${reply.status} ${reply.text}`,
      )
    }
  }
}

/** After a success: whoever had to ask several times asks once more, as do a few others. */
export const isToBeSentAgain = ({ chance }: Scene, { status, retries }: Reply): boolean =>
  status < 300 && (retries > 0 || chance.is(0.05))

/** Remembers a booking that was just made. */
export function remember({ ledger }: Scene, { siteKey, key = '' }: Wish, { body }: Reply): KnownBooking {
  const booking = { id: body.id, siteKey, token: body.manageToken, key, possible: [knownOf(body)] }
  ledger.bookings.set(key, booking)
  return booking
}
