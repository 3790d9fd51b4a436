import type { Sql } from './database.js'

/** A stretch that a booking takes of one seat, in minutes since the epoch. */
export interface SeatBlock {
  readonly resourceId: string
  readonly seatId: string
  readonly start: number
  readonly end: number
}

/**
 * One range scan of the primary key for each resource: bounded below by the longest block there can be, and without
 * any condition on ranges, which would tempt the planner to use the slower index of the exclusion constraint.
 */
export const READ_BUSY = `SELECT resource_id AS "resourceId", seat_id AS "seatId",
    floor(extract(epoch FROM start_at) / 60)::int AS start, ceil(extract(epoch FROM end_at) / 60)::int AS "end"
  FROM blocks
  WHERE site_id = $1 AND resource_id = ANY($2::uuid[])
    AND start_at > $3::timestamptz - interval '24 hours' AND start_at < $4 AND end_at > $3`

/** What bookings take of these resources between two instants; parts of minutes count as whole ones. */
export const readBusy = (
  sql: Sql,
  siteId: string,
  resourceIds: readonly string[],
  range: { readonly startAt: Date; readonly endAt: Date },
): Promise<SeatBlock[]> => sql.query<SeatBlock>(READ_BUSY, [siteId, resourceIds, range.startAt, range.endAt])
