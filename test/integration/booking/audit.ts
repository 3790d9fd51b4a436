import { type Asked, coverage } from './coverage.ts'

/** Each finds rows that must not be, and says what they are. */
const CHECKS: [what: string, sql: string][] = [
  [
    'pairs of blocks overlap on a seat',
    `SELECT count(*)::int AS n FROM blocks a JOIN blocks b
       ON a.seat_id = b.seat_id AND (a.booking_id, a.start_at) < (b.booking_id, b.start_at)
      WHERE a.start_at < b.end_at AND b.start_at < a.end_at`,
  ],
  [
    'times at which more is taken of something than there is of it',
    `SELECT count(*)::int AS n FROM resources r JOIN blocks b ON b.site_id = r.site_id AND b.resource_id = r.id
      WHERE r.capacity < (
        SELECT count(*) FROM blocks o
         WHERE o.site_id = b.site_id AND o.resource_id = b.resource_id AND o.start_at <= b.start_at
           AND o.start_at > b.start_at - interval '25 hours' AND o.end_at > b.start_at)`,
  ],
  [
    'bookings lack an appointment that was asked for, or have another',
    `SELECT count(*)::int AS n FROM bookings b
      WHERE (SELECT jsonb_agg(item->>'serviceId' ORDER BY place)
               FROM jsonb_array_elements(b.question->'items') WITH ORDINALITY AS asked (item, place))
        IS DISTINCT FROM
            (SELECT jsonb_agg(a.service_id ORDER BY a.position) FROM appointments a WHERE a.booking_id = b.id)`,
  ],
  [
    'blocks belong to bookings that take no time any more',
    `SELECT count(*)::int AS n FROM blocks k JOIN bookings b ON b.id = k.booking_id
      WHERE b.state IN ('cancelled', 'completed', 'no_show')`,
  ],
  [
    'blocks do not run out with their hold, or run out without one',
    `SELECT count(*)::int AS n FROM blocks k JOIN bookings b ON b.id = k.booking_id
      WHERE k.hold_expires_at IS DISTINCT FROM b.hold_expires_at`,
  ],
  [
    'bookings do not agree with their appointments',
    `SELECT count(*)::int AS n FROM bookings b
      WHERE NOT EXISTS (SELECT 1 FROM appointments a WHERE a.booking_id = b.id)
         OR b.start_at <> (SELECT min(a.start_at) FROM appointments a WHERE a.booking_id = b.id)
         OR b.end_at <> (SELECT max(a.end_at) FROM appointments a WHERE a.booking_id = b.id)
         OR b.price_minor <> (SELECT sum(a.price_minor) FROM appointments a WHERE a.booking_id = b.id)`,
  ],
  [
    'appointments are not as long as their steps',
    `SELECT count(*)::int AS n FROM appointments a
      WHERE extract(epoch FROM a.end_at - a.start_at) / 60 <>
            (SELECT sum((step->>'minutes')::int) FROM jsonb_array_elements(a.steps) AS step)`,
  ],
  [
    'appointments lack something that their service needs, or have it from elsewhere',
    `SELECT count(*)::int AS n FROM appointments a
       JOIN service_needs n ON n.service_id = a.service_id
      WHERE NOT EXISTS (
        SELECT 1 FROM appointment_needs t
          JOIN service_need_resources r ON r.service_id = n.service_id AND r.need_position = n.position
         WHERE t.booking_id = a.booking_id AND t.appointment_position = a.position AND t.position = n.position
           AND t.resource_id = r.resource_id AND t.is_shown = n.is_shown)`,
  ],
]

/**
 * Looks at every row of bookings as somebody who does not know how they were made.
 *
 * @param judgesHolds whether holds are looked at as well: those that live by the clock of the database
 * @returns one sentence for each thing that must not be
 */
export async function audit(sql: Asked, { judgesHolds = false } = {}): Promise<string[]> {
  const found: string[] = []
  for (const [what, check] of CHECKS) {
    const [row] = await sql.query<{ n: number }>(check)
    if (row && row.n > 0) found.push(`${row.n} ${what}`)
  }
  return [...found, ...(await coverage(sql, judgesHolds))]
}
