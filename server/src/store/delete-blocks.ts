import { type BlockSql, RETURNING_BLOCKS, touchBlocks } from './touched-blocks.js'

/** Frees what bookings take. They and their resources are locked. */
export const deleteBlocks = (tx: BlockSql, siteId: string, bookingIds: readonly string[]): Promise<unknown> =>
  touchBlocks(tx, `DELETE FROM blocks WHERE site_id = $1 AND booking_id = ANY($2::uuid[]) ${RETURNING_BLOCKS}`, [
    siteId,
    bookingIds,
  ])

/**
 * Frees what holds that have run out still take of these resources, which are locked. Their bookings' rows stay: others
 * may have locked them, and wait for these resources.
 */
export const deleteBlocksOfHolds = (
  tx: BlockSql,
  siteId: string,
  { resourceIds, holdIds }: { resourceIds: readonly string[]; holdIds: readonly string[] },
): Promise<unknown> =>
  touchBlocks(
    tx,
    `DELETE FROM blocks
      WHERE site_id = $1 AND resource_id = ANY($2::uuid[]) AND booking_id = ANY($3::uuid[]) ${RETURNING_BLOCKS}`,
    [siteId, resourceIds, holdIds],
  )

/**
 * The same of a booking, and forgets who was to do what, before another chain takes its place: in statements before it, since one
 * that did both would meet its own rows in the constraint.
 */
export const deleteChain = (tx: BlockSql, siteId: string, bookingId: string): Promise<unknown> =>
  Promise.all([
    deleteBlocks(tx, siteId, [bookingId]),
    tx.query('DELETE FROM appointments WHERE site_id = $1 AND booking_id = $2', [siteId, bookingId]),
  ])
