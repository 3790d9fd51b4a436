import type { Sql } from './database.js'

/**
 * Keeps others from changing bookings until the transaction ends: before the resources, and in the order of their ids,
 * as everybody does. Read them in a later statement.
 */
export const lockBookings = (tx: Sql, siteId: string, bookingIds: readonly string[]): Promise<unknown> =>
  tx.query('SELECT id FROM bookings WHERE site_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
    siteId,
    bookingIds,
  ])
