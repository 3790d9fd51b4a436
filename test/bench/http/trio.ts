import { insertSite, openDatabase } from '../../../server/dist/index.js'
import type { SiteDescription } from '../../../server/dist/store/site-description.js'

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const A_DAY_MS = 86_400_000
const people = Array.from({ length: 6 }, (_, index) => `person-${index}`)
const BUSY_ID = '00000000-0000-7000-8000-000000999999'

const service = (slug: string, minutes: number) => ({ slug, minutes, priceMinor: 5000, performers: people })

/** Six people, each of whom can do all three services of a visit. */
const trio: SiteDescription = {
  name: 'Trio',
  publishableKey: 'pk_trio',
  timeZone: 'Europe/Berlin',
  hours: Object.fromEntries(EVERY_DAY.map((day) => [day, '09:00-18:00' as const])),
  settings: { horizonDays: 120 },
  categories: [{ slug: 'all', services: [service('cut', 45), service('colour', 90), service('nails', 30)] }],
  resources: people.map((slug) => ({ slug })),
}

/** Makes the house, where everybody has something to do on three hours of each day. */
export async function insertTrio(databaseUrl: string): Promise<{ publishableKey: string }> {
  const database = await openDatabase({ databaseUrl })
  const { sql } = database
  try {
    const { id, publishableKey } = await insertSite(database, trio)
    await sql.query(
      `WITH guest AS (INSERT INTO clients (site_id, id, name, created_at) VALUES ($1, $2, 'Guest', now()))
       INSERT INTO bookings (site_id, id, client_id, state, start_at, end_at, party_size, price_minor, currency, consents,
         metadata, token_generation, created_at, updated_at, question, revision)
       VALUES ($1, $2, $2, 'confirmed', now(), now() + interval '1 hour', 1, 0, 'EUR', '{}', '{}', 1, now(), now(),
         '{"items": []}', 1)`,
      [id, BUSY_ID],
    )
    await sql.query(
      `INSERT INTO blocks (site_id, resource_id, seat_id, start_at, end_at, booking_id)
       SELECT $1, s.resource_id, s.id, begin, begin + interval '1 hour', $2
       FROM seats s JOIN resources r ON r.site_id = s.site_id AND r.id = s.resource_id
       CROSS JOIN generate_series(0, 120) day CROSS JOIN unnest(ARRAY[8, 11, 14]) hour
       CROSS JOIN LATERAL (
         SELECT date_trunc('day', now(), 'UTC') + day * interval '1 day'
           + ((hour + (r.position + day) % 3) * 60 + r.position * 5) * interval '1 minute' AS begin) at
       WHERE s.site_id = $1`,
      [id, BUSY_ID],
    )
    return { publishableKey }
  } finally {
    await database.close()
  }
}

/** A date that many days from today, as the house writes it. */
export const dayFromToday = (days: number): string => new Date(Date.now() + days * A_DAY_MS).toISOString().slice(0, 10)
