import type { Sql } from './database.js'
import { type BlockSql, RETURNING_BLOCKS, touchBlocks } from './touched-blocks.js'

/** Their blocks would go with them, but nobody would learn which. */
const DELETE_HOLDS = `WITH gone AS (
    DELETE FROM bookings WHERE site_id = $1 AND id = ANY($2::uuid[]) AND state = 'held' RETURNING id
  )
  DELETE FROM blocks WHERE site_id = $1 AND booking_id IN (SELECT id FROM gone) ${RETURNING_BLOCKS}`

/** Removes holds with all that belongs to them. They and their resources are locked; bookings stay. */
export const deleteHolds = (tx: BlockSql, siteId: string, holdIds: readonly string[]): Promise<unknown> =>
  touchBlocks(tx, DELETE_HOLDS, [siteId, holdIds])

/** How long ago a hold must have run out, by the clock of the database. */
export interface ExpiredFor {
  keptMs: number
  /** How far the clock was put forward on purpose. */
  offsetMs: number
}

const EXPIRED = `state = 'held'
  AND hold_expires_at <= (SELECT clock_timestamp() + ($1::float8 - $2::float8) * interval '1 millisecond')`

/** The sites with holds that ran out so long ago, in the order of their ids. */
export const findSitesWithExpiredHolds = async (sql: Sql, { keptMs, offsetMs }: ExpiredFor): Promise<string[]> => {
  const sites = await sql.query<{ id: string }>(
    `SELECT id FROM sites s WHERE EXISTS (SELECT 1 FROM bookings WHERE site_id = s.id AND ${EXPIRED}) ORDER BY id`,
    [offsetMs, keptMs],
  )
  return sites.map(({ id }) => id)
}

/** Locks the rows of such holds of a site, a few of them; what somebody else is at is left to them. */
export const lockExpiredHolds = async (
  tx: Sql,
  siteId: string,
  { keptMs, offsetMs }: ExpiredFor,
  most: number,
): Promise<string[]> => {
  const holds = await tx.query<{ id: string }>(
    `SELECT id FROM bookings WHERE site_id = $3 AND ${EXPIRED} ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED`,
    [offsetMs, keptMs, siteId, most],
  )
  return holds.map(({ id }) => id)
}
