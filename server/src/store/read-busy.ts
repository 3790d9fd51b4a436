import type { Sql } from './database.js'
import { JUDGED_TIME } from './judge-time.js'

/** A stretch that a booking takes of one seat, in minutes since the epoch. */
export interface SeatBlock {
  readonly resourceId: string
  readonly seatId: string
  readonly start: number
  readonly end: number
}

/** Which blocks to read. */
export interface BusyQuestion {
  readonly siteId: string
  readonly resourceIds: readonly string[]
  readonly startAt: Date
  readonly endAt: Date
  /** What these bookings take counts as free. */
  readonly except?: readonly string[] | undefined
}

/**
 * One range scan of the primary key for each resource: bounded below by the longest block there can be, and without
 * any condition on ranges, which would tempt the planner to use the slower index of the exclusion constraint.
 */
const readBusyAt = (time: string) => `SELECT resource_id AS "resourceId", seat_id AS "seatId",
    floor(extract(epoch FROM start_at) / 60)::int AS start, ceil(extract(epoch FROM end_at) / 60)::int AS "end"
  FROM blocks
  WHERE site_id = $1 AND resource_id = ANY($2::uuid[])
    AND start_at > $3::timestamptz - interval '24 hours' AND start_at < $4 AND end_at > $3
    AND booking_id <> ALL($5::uuid[])
    AND (hold_expires_at IS NULL OR hold_expires_at > ${time})`

export const READ_BUSY = readBusyAt("(SELECT clock_timestamp() + $6::float8 * interval '1 millisecond')")
export const READ_BUSY_LOCKED = readBusyAt(JUDGED_TIME)

const paramsOf = ({ siteId, resourceIds, startAt, endAt, except = [] }: BusyQuestion) => [
  siteId,
  resourceIds,
  startAt,
  endAt,
  except,
]

/**
 * What bookings take of resources between two instants; parts of minutes count as whole ones. A hold that has run out
 * takes nothing.
 *
 * @param offsetMs how far the clock was put forward on purpose
 */
export const readBusy = (sql: Sql, question: BusyQuestion, offsetMs: number): Promise<SeatBlock[]> =>
  sql.query<SeatBlock>(READ_BUSY, [...paramsOf(question), offsetMs])

/** The same in a transaction, at the time that it judges by. */
export const readBusyLocked = (tx: Sql, question: BusyQuestion): Promise<SeatBlock[]> =>
  tx.query<SeatBlock>(READ_BUSY_LOCKED, paramsOf(question))
