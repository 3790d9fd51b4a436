import type { Sql } from '../../../server/src/store/database.js'
import { insertBooking } from '../../../server/src/store/insert-booking.js'
import { NOW } from '../salon-server.ts'

/** Takes a key of whoever shows the publishable key of a site, and the booking that its answer needs, without committing. */
export async function holdKey(tx: Sql, siteId: string, key: string): Promise<void> {
  const id = '0197a370-0000-7000-8000-00000000000a'
  await insertBooking(tx, {
    siteId,
    id,
    clientId: id,
    client: { name: 'Guest 9', email: null, phone: null },
    start: 30_000_000,
    end: 30_000_060,
    partySize: 1,
    priceMinor: 0,
    currency: 'EUR',
    note: null,
    consents: [],
    metadata: {},
    tokenGeneration: 1,
    createdAt: NOW,
    state: 'confirmed',
    question: { items: [], arrangement: 'stages' },
  })
  await tx.query(
    `INSERT INTO idempotent_answers (site_id, caller, operation, key, body_hash, booking_id, answer, created_at)
     SELECT id, encode(sha256(publishable_key::bytea), 'hex'), 'createBooking', $2, repeat('a', 64), $3, '{}', $4
       FROM sites WHERE id = $1`,
    [siteId, key, id, NOW],
  )
}
