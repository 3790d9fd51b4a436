import { minuteDown, minuteUp } from './block-minutes.js'
import type { Sql } from './database.js'

/** A stretch that a booking takes of one seat, in minutes since the epoch. */
export interface SeatBlock {
  readonly resourceId: string
  readonly seatId: string
  readonly start: number
  readonly end: number
}

/** A block as it counts for who only looks. */
export interface TakenBlock extends SeatBlock {
  /** Of a hold: when it stops being taken by itself. */
  readonly expiresAt: Date | null
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

/** What is busy, as it was found under lock. */
export interface LockedBusy {
  readonly blocks: readonly TakenBlock[]
  /** Holds that have run out and whose blocks are still there: in the way of the constraint, of nobody else. */
  readonly expiredHolds: readonly string[]
}

/**
 * One range scan of the primary key for each resource: bounded below by the longest block there can be, and without
 * any condition on ranges, which would tempt the planner to use the slower index of the exclusion constraint.
 *
 * The clock is asked once, and by the database: `now()` is older than the wait for a lock.
 */
export const READ_BUSY = `SELECT resource_id AS "resourceId", seat_id AS "seatId",
    ${minuteDown('start_at')} AS start, ${minuteUp('end_at')} AS "end",
    hold_expires_at AS "expiresAt",
    CASE WHEN hold_expires_at <= (SELECT clock_timestamp() + $6::float8 * interval '1 millisecond') THEN booking_id END
      AS "expiredHold"
  FROM blocks
  WHERE site_id = $1 AND resource_id = ANY($2::uuid[])
    AND start_at > $3::timestamptz - interval '24 hours' AND start_at < $4 AND end_at > $3
    AND booking_id <> ALL($5::uuid[])`

/**
 * What bookings take of resources between two instants; parts of minutes count as whole ones. A hold that has run out
 * takes nothing.
 *
 * @param offsetMs how far the clock was put forward on purpose
 */
export const readBusy = async (sql: Sql, question: BusyQuestion, offsetMs: number): Promise<readonly TakenBlock[]> =>
  (await readBusyLocked(sql, question, offsetMs)).blocks

/** The same for who has locked the resources, and is going to take what holds that ran out have left. */
export async function readBusyLocked(sql: Sql, question: BusyQuestion, offsetMs: number): Promise<LockedBusy> {
  const { siteId, resourceIds, startAt, endAt, except = [] } = question
  const params = [siteId, resourceIds, startAt, endAt, except, offsetMs]
  const rows = await sql.query<TakenBlock & { expiredHold: string | null }>(READ_BUSY, params)
  const expired = rows.flatMap(({ expiredHold }) => expiredHold ?? [])
  return {
    blocks: expired.length === 0 ? rows : rows.filter(({ expiredHold }) => expiredHold === null),
    expiredHolds: [...new Set(expired)],
  }
}
