import type { Sql } from './database.js'

/** Holds that have run out, by the clock of the database. */
export interface ExpiredHolds {
  /** How long ago they must have; default 0. */
  keptMs?: number
  /** How far the clock was put forward on purpose. */
  offsetMs: number
  /** Only those whose blocks are still there. */
  haveBlocks?: boolean
}

/** Of a hold `b`. Not `EXISTS`, which the planner may join: with a scan of all blocks there are. */
const expired = ({ haveBlocks }: ExpiredHolds): string => `b.state = 'held'
  AND b.hold_expires_at <= (SELECT clock_timestamp() + ($1::float8 - $2::float8) * interval '1 millisecond')
  ${haveBlocks ? 'AND (SELECT true FROM blocks WHERE site_id = b.site_id AND booking_id = b.id LIMIT 1)' : ''}`

/** The sites that have such holds, in the order of their ids. */
export async function findSitesWithExpiredHolds(sql: Sql, holds: ExpiredHolds): Promise<string[]> {
  const { offsetMs, keptMs = 0 } = holds
  const sites = await sql.query<{ siteId: string }>(
    `SELECT DISTINCT b.site_id AS "siteId" FROM bookings b WHERE ${expired(holds)} ORDER BY 1`,
    [offsetMs, keptMs],
  )
  return sites.map(({ siteId }) => siteId)
}

/** Locks the rows of such holds of a site, a few of them; what somebody else is at is left to them. */
export async function lockExpiredHolds(tx: Sql, siteId: string, holds: ExpiredHolds, most: number): Promise<string[]> {
  const { offsetMs, keptMs = 0 } = holds
  const locked = await tx.query<{ id: string }>(
    `SELECT b.id FROM bookings b WHERE b.site_id = $3 AND ${expired(holds)} ORDER BY b.id LIMIT $4
      FOR UPDATE SKIP LOCKED`,
    [offsetMs, keptMs, siteId, most],
  )
  return locked.map(({ id }) => id)
}
