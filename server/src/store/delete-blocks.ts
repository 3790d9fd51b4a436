import type { Sql } from './database.js'

/** Frees what a booking takes. */
export const deleteBlocks = (tx: Sql, siteId: string, bookingId: string): Promise<unknown> =>
  tx.query('DELETE FROM blocks WHERE site_id = $1 AND booking_id = $2', [siteId, bookingId])
