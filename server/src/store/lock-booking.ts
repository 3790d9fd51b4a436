import type { Sql } from './database.js'

/** Keeps others from changing a booking until the transaction ends. Read it in a later statement. */
export const lockBooking = (tx: Sql, siteId: string, bookingId: string): Promise<unknown> =>
  tx.query('SELECT id FROM bookings WHERE site_id = $1 AND id = $2 FOR NO KEY UPDATE', [siteId, bookingId])
