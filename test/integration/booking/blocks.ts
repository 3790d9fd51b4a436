import type { Database } from '../../../server/src/store/database.js'

/** What a booking takes: of whom, and from when to when by the clock of Berlin, `16 10:00`. */
export const blocksOf = (
  { sql }: Database,
  bookingId: string,
): Promise<{ resource: string; start: string; end: string }[]> =>
  sql.query(
    `SELECT r.slug AS resource, to_char(b.start_at AT TIME ZONE 'Europe/Berlin', 'DD HH24:MI') AS start,
            to_char(b.end_at AT TIME ZONE 'Europe/Berlin', 'DD HH24:MI') AS "end"
       FROM blocks b JOIN resources r ON r.id = b.resource_id
      WHERE b.booking_id = $1 ORDER BY r.position, b.start_at, b.seat_id`,
    [bookingId],
  )
