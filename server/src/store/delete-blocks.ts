import type { Sql } from './database.js'

/** Frees what a booking takes. It and its resources are locked. */
export const deleteBlocks = (tx: Sql, siteId: string, bookingId: string): Promise<unknown> =>
  tx.query('DELETE FROM blocks WHERE site_id = $1 AND booking_id = $2', [siteId, bookingId])

/**
 * The same, and forgets who was to do what, before another chain takes its place: in statements before it, since one
 * that did both would meet its own rows in the constraint.
 */
export const deleteChain = (tx: Sql, siteId: string, bookingId: string): Promise<unknown> =>
  Promise.all([
    deleteBlocks(tx, siteId, bookingId),
    tx.query('DELETE FROM appointments WHERE site_id = $1 AND booking_id = $2', [siteId, bookingId]),
  ])
