import type { Sql } from './database.js'
import type { StepRow } from './site-snapshot.js'

/** A booking as it is stored. Instants are minutes since the epoch, but for those of the record itself. */
export interface BookingRow {
  readonly id: string
  readonly state: 'confirmed' | 'cancelled'
  readonly start: number
  readonly end: number
  readonly partySize: number
  readonly priceMinor: number
  readonly currency: string
  readonly note: string | null
  readonly metadata: Readonly<Record<string, string | number | boolean | null>>
  readonly tokenGeneration: number
  readonly createdAt: Date
  readonly cancelledAt: Date | null
  readonly client: { readonly name: string; readonly email: string | null; readonly phone: string | null }
  /** In the order asked for. */
  readonly appointments: readonly AppointmentRow[]
}

/** One service of a booking, named as it was when booked. */
export interface AppointmentRow {
  readonly serviceId: string
  readonly serviceName: string
  readonly resourceId: string
  readonly resourceName: string
  readonly start: number
  readonly end: number
  readonly steps: readonly StepRow[]
  readonly priceMinor: number
  /** What else it takes, in the order of the service's needs. */
  readonly needs: readonly { readonly resourceId: string; readonly resourceName: string; readonly isShown: boolean }[]
}

const minute = (column: string) => `(extract(epoch FROM ${column}) / 60)::int`

const READ_BOOKING = `SELECT b.id, b.state, ${minute('b.start_at')} AS start, ${minute('b.end_at')} AS "end",
    b.party_size AS "partySize", b.price_minor AS "priceMinor", b.currency, b.note, b.metadata,
    b.token_generation AS "tokenGeneration", b.created_at AS "createdAt", b.cancelled_at AS "cancelledAt",
    json_build_object('name', c.name, 'email', c.email, 'phone', c.phone) AS client,
    (SELECT json_agg(json_build_object('serviceId', a.service_id, 'serviceName', a.service_name,
        'resourceId', a.resource_id, 'resourceName', a.resource_name, 'start', ${minute('a.start_at')},
        'end', ${minute('a.end_at')}, 'steps', a.steps, 'priceMinor', a.price_minor,
        'needs', (SELECT coalesce(json_agg(json_build_object('resourceId', n.resource_id,
            'resourceName', n.resource_name, 'isShown', n.is_shown) ORDER BY n.position), '[]')
          FROM appointment_needs n WHERE n.site_id = a.site_id AND n.booking_id = a.booking_id
           AND n.appointment_position = a.position)) ORDER BY a.position)
       FROM appointments a WHERE a.site_id = b.site_id AND a.booking_id = b.id) AS appointments
  FROM bookings b JOIN clients c ON c.site_id = b.site_id AND c.id = b.client_id
  WHERE b.site_id = $1 AND b.id = $2`

/** A booking with its client and its appointments; undefined where the site has none of this id. */
export async function readBooking(sql: Sql, siteId: string, bookingId: string): Promise<BookingRow | undefined> {
  const [row] = await sql.query<BookingRow>(READ_BOOKING, [siteId, bookingId])
  return row
}
