import type { Sql } from './database.js'
import { JUDGED_TIME } from './judge-time.js'

/** By the index of holds alone, which are few. */
export const DELETE_EXPIRED_BLOCKS = `DELETE FROM blocks
  WHERE site_id = $1 AND resource_id = ANY($2::uuid[]) AND hold_expires_at <= ${JUDGED_TIME}`

/**
 * Frees what holds that have run out still take of these resources, which are locked. Their bookings' rows stay: others
 * may have locked them, and wait for these resources.
 */
export const deleteExpiredBlocks = (tx: Sql, siteId: string, resourceIds: readonly string[]): Promise<unknown> =>
  tx.query(DELETE_EXPIRED_BLOCKS, [siteId, resourceIds])
