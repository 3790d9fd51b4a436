import pg from 'pg'

/** A booking as it stands in the database; times are of the salon's wall clock, `2027-02-02 09:00`. */
export interface StoredBooking {
  id: string
  state: string
  start: string
  end: string
  priceMinor: number
  note: string | null
  consents: string[]
  isCancelled: boolean
  client: { name: string; email: string | null; phone: string | null }
  /** `Cut, Ada, 09:00 to 10:00, 4500` */
  appointments: string[]
  /** `ada, 09:00 to 10:00` */
  blocks: string[]
}

const local = (column: string, format: string) => `to_char(${column} AT TIME ZONE s.time_zone, '${format}')`
const stretch = (table: string) =>
  `${local(`${table}.start_at`, 'HH24:MI')} || ' to ' || ${local(`${table}.end_at`, 'HH24:MI')}`

const BOOKINGS = `
  SELECT b.id, b.state::text, ${local('b.start_at', 'YYYY-MM-DD HH24:MI')} AS start,
    ${local('b.end_at', 'YYYY-MM-DD HH24:MI')} AS "end", b.price_minor AS "priceMinor", b.note, b.consents,
    b.cancelled_at IS NOT NULL AS "isCancelled",
    json_build_object('name', c.name, 'email', c.email, 'phone', c.phone) AS client,
    ARRAY(SELECT concat_ws(', ', a.service_name, a.resource_name, ${stretch('a')}, a.price_minor)
      FROM appointments a WHERE (a.site_id, a.booking_id) = (b.site_id, b.id) ORDER BY a.position) AS appointments,
    ARRAY(SELECT concat_ws(', ', r.slug, ${stretch('k')})
      FROM blocks k JOIN resources r ON (r.site_id, r.id) = (k.site_id, k.resource_id)
      WHERE (k.site_id, k.booking_id) = (b.site_id, b.id) ORDER BY k.start_at, r.slug) AS blocks
  FROM bookings b
    JOIN sites s ON s.id = b.site_id
    JOIN clients c ON (c.site_id, c.id) = (b.site_id, b.client_id)
  WHERE b.site_id = $1
  ORDER BY b.start_at`

/** A time that is kept for somebody. */
export interface StoredHold {
  id: string
  /** `2027-02-02 09:00` */
  start: string
  /** `ada, 09:00 to 10:00` */
  blocks: string[]
}

const HOLDS = `
  SELECT b.id, ${local('b.start_at', 'YYYY-MM-DD HH24:MI')} AS start,
    ARRAY(SELECT concat_ws(', ', r.slug, ${stretch('k')})
      FROM blocks k JOIN resources r ON (r.site_id, r.id) = (k.site_id, k.resource_id)
      WHERE (k.site_id, k.booking_id) = (b.site_id, b.id) ORDER BY k.start_at, r.slug) AS blocks
  FROM bookings b JOIN sites s ON s.id = b.site_id
  WHERE b.site_id = $1 AND b.state = 'held'
  ORDER BY b.start_at`

/** All holds of a site, the earliest first. */
export const storedHolds = (databaseUrl: string, siteId: string): Promise<StoredHold[]> =>
  rowsOf<StoredHold>(databaseUrl, HOLDS, siteId)

/** All bookings of a site, the earliest visit first. */
export const storedBookings = (databaseUrl: string, siteId: string): Promise<StoredBooking[]> =>
  rowsOf<StoredBooking>(databaseUrl, BOOKINGS, siteId)

async function rowsOf<Row extends object>(databaseUrl: string, query: string, siteId: string): Promise<Row[]> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    return (await client.query<Row>(query, [siteId])).rows
  } finally {
    await client.end()
  }
}
