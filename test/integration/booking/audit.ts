import type { Sql } from '../../../server/src/store/database.js'

/**
 * Looks at every row of bookings as somebody who does not know how they were made.
 *
 * @returns one sentence for each thing that must not be
 */
export async function audit(sql: Sql): Promise<string[]> {
  const overlapping = await sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM blocks a JOIN blocks b
       ON a.seat_id = b.seat_id AND (a.booking_id, a.start_at) < (b.booking_id, b.start_at)
      WHERE a.start_at < b.end_at AND b.start_at < a.end_at`,
  )
  const uncovered = await sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM appointments a JOIN bookings b ON b.id = a.booking_id
      WHERE b.state = 'confirmed' AND (
        SELECT coalesce(sum(extract(epoch FROM least(k.end_at, a.end_at) - greatest(k.start_at, a.start_at))), 0)
          FROM blocks k WHERE k.booking_id = a.booking_id AND k.resource_id = a.resource_id
           AND k.start_at < a.end_at AND a.start_at < k.end_at
      ) <> extract(epoch FROM a.end_at - a.start_at) * b.party_size`,
  )
  const stillBlocking = await sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM blocks k JOIN bookings b ON b.id = k.booking_id WHERE b.state = 'cancelled'`,
  )
  const empty = await sql.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM bookings b
      WHERE NOT EXISTS (SELECT 1 FROM appointments a WHERE a.booking_id = b.id)
         OR b.start_at <> (SELECT min(a.start_at) FROM appointments a WHERE a.booking_id = b.id)
         OR b.end_at <> (SELECT max(a.end_at) FROM appointments a WHERE a.booking_id = b.id)
         OR b.price_minor <> (SELECT sum(a.price_minor) FROM appointments a WHERE a.booking_id = b.id)`,
  )
  const found = [
    [overlapping, 'pairs of blocks overlap on a seat'],
    [uncovered, 'appointments are not covered by their blocks'],
    [stillBlocking, 'blocks belong to cancelled bookings'],
    [empty, 'bookings do not agree with their appointments'],
  ] as const
  return found.flatMap(([[row], what]) => (row && row.n > 0 ? [`${row.n} ${what}`] : []))
}
