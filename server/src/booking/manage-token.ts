import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a manage token opens. */
export interface TokenSubject {
  siteId: string
  bookingId: string
  /** Raised to revoke the tokens made before. */
  generation: number
}

const sign = (secret: string, { siteId, bookingId, generation }: TokenSubject): string =>
  createHmac('sha256', secret).update(`manage-token ${siteId} ${bookingId} ${generation}`).digest('base64url')

/**
 * The token that opens one booking, safe to put in an address. Nothing of it is stored: it follows from the booking.
 *
 * @param secrets the newest first; it signs
 */
export function manageToken(secrets: readonly string[], subject: TokenSubject): string {
  const [newest] = secrets
  if (newest === undefined) throw new Error('There is no secret to sign manage tokens with')
  return sign(newest, subject)
}

/** Whether a token opens the booking, signed with any of the secrets; takes as long for a wrong one as for a right one. */
export function opensBooking(secrets: readonly string[], subject: TokenSubject, token: string): boolean {
  const given = Buffer.from(token)
  return secrets.reduce((opens, secret) => {
    const expected = Buffer.from(sign(secret, subject))
    return (given.length === expected.length && timingSafeEqual(given, expected)) || opens
  }, false)
}
