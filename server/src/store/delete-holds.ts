import { type BlockSql, RETURNING_BLOCKS, touchBlocks } from './touched-blocks.js'

/** Their blocks would go with them, but nobody would learn which. */
const DELETE_HOLDS = `WITH gone AS (
    DELETE FROM bookings WHERE site_id = $1 AND id = ANY($2::uuid[]) AND state = 'held' RETURNING id
  )
  DELETE FROM blocks WHERE site_id = $1 AND booking_id IN (SELECT id FROM gone) ${RETURNING_BLOCKS}`

/** Removes holds with all that belongs to them. They and their resources are locked; bookings stay. */
export const deleteHolds = (tx: BlockSql, siteId: string, holdIds: readonly string[]): Promise<unknown> =>
  touchBlocks(tx, DELETE_HOLDS, [siteId, holdIds])
