import { minuteDown, minuteUp } from './block-minutes.js'
import type { Sql } from './database.js'
import type { BookingRow, HoldRow } from './visit-rows.js'

const minute = (column: string) => `(extract(epoch FROM ${column}) / 60)::int`

const READ_VISIT = `SELECT b.id, b.state, ${minute('b.start_at')} AS start, ${minute('b.end_at')} AS "end",
    b.party_size AS "partySize", b.price_minor AS "priceMinor", b.currency, b.note, b.metadata,
    b.question, b.revision, b.proposal, b.hold_expires_at AS "holdExpiresAt", b.token_generation AS "tokenGeneration", b.created_at AS "createdAt", b.cancelled_at AS "cancelledAt",
    json_build_object('name', c.name, 'email', c.email, 'phone', c.phone) AS client,
    (SELECT json_agg(json_build_object('serviceId', a.service_id, 'serviceName', a.service_name,
        'resourceId', a.resource_id, 'resourceName', a.resource_name, 'start', ${minute('a.start_at')},
        'end', ${minute('a.end_at')}, 'steps', a.steps, 'priceMinor', a.price_minor,
        'needs', (SELECT coalesce(json_agg(json_build_object('resourceId', n.resource_id,
            'resourceName', n.resource_name, 'isShown', n.is_shown) ORDER BY n.position), '[]')
          FROM appointment_needs n WHERE n.site_id = a.site_id AND n.booking_id = a.booking_id
           AND n.appointment_position = a.position)) ORDER BY a.position)
       FROM appointments a WHERE a.site_id = b.site_id AND a.booking_id = b.id) AS appointments,
    (SELECT coalesce(json_agg(json_build_object('resourceId', k.resource_id,
        'start', ${minuteDown('k.start_at')}, 'end', ${minuteUp('k.end_at')})), '[]')
       FROM blocks k WHERE k.site_id = b.site_id AND k.booking_id = b.id) AS blocks
  FROM bookings b LEFT JOIN clients c ON c.site_id = b.site_id AND c.id = b.client_id
  WHERE b.site_id = $1 AND b.id = $2`

/** A booking with its client and its appointments, or a hold; undefined where the site has none of this id. */
export async function readVisit(sql: Sql, siteId: string, id: string): Promise<BookingRow | HoldRow | undefined> {
  const [row] = await sql.query<BookingRow | HoldRow>(READ_VISIT, [siteId, id])
  return row
}

/** A booking; undefined where the site has none of this id, or it is held only. */
export async function readBooking(sql: Sql, siteId: string, bookingId: string): Promise<BookingRow | undefined> {
  const visit = await readVisit(sql, siteId, bookingId)
  return visit?.state === 'held' ? undefined : visit
}
