import type { Sql } from './database.js'

/**
 * Keeps others from booking these resources, and those that the bookings take, until the transaction ends. Always in the
 * order of their ids, so that two visits of the same people never wait for each other; and so that the foreign keys of
 * other inserts are not blocked.
 *
 * What a statement sees was fixed when it began, before it waited: read what is busy in a later one.
 *
 * @param bookingIds locked before
 */
export const lockResources = (
  tx: Sql,
  siteId: string,
  resourceIds: readonly string[],
  bookingIds: readonly string[] = [],
): Promise<unknown> =>
  bookingIds.length === 0
    ? tx.query('SELECT id FROM resources WHERE site_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
        siteId,
        resourceIds,
      ])
    : tx.query(
        `SELECT id FROM resources WHERE site_id = $1 AND id IN (
           SELECT unnest($2::uuid[])
           UNION ALL
           SELECT resource_id FROM blocks WHERE site_id = $1 AND booking_id = ANY($3::uuid[])
         ) ORDER BY id FOR NO KEY UPDATE`,
        [siteId, resourceIds, bookingIds],
      )
