import { insertSite, openDatabase } from '../../../server/dist/index.js'
import type { SiteDescription } from '../../../server/dist/store/site-description.js'

/** How many there are to be booked. */
export const PEOPLE = 100
const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const AN_HOUR_MS = 3_600_000

/** The keys and names of a house that was just made. */
export interface Crew {
  siteId: string
  publishableKey: string
  /** The first hour that can be booked, all day and all night from then on; in milliseconds since the epoch. */
  firstHour: number
}

const personId = (index: number) => `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`
const name = (index: number) => `person-${index}`
const people = Array.from({ length: PEOPLE }, (_, index) => name(index))

/** A hundred people, each of whom can be asked for an hour at any time. */
const crew: SiteDescription = {
  name: 'Crew',
  publishableKey: 'pk_crew',
  timeZone: 'UTC',
  hours: Object.fromEntries(EVERY_DAY.map((day) => [day, '00:00-24:00' as const])),
  settings: { horizonDays: 3650 },
  categories: [{ slug: 'all', services: [{ slug: 'hour', minutes: 60, priceMinor: 5000, performers: people }] }],
  resources: people.map((slug) => ({ slug })),
}

/** Makes the house, with ids that can be written down without looking them up. */
export async function insertCrew(databaseUrl: string): Promise<Crew> {
  const database = await openDatabase({ databaseUrl })
  try {
    const { id: siteId, publishableKey } = await insertSite(database, crew)
    await database.sql.query(
      `UPDATE resources SET id = ('00000000-0000-7000-8000-' || lpad(position::text, 12, '0'))::uuid WHERE site_id = $1`,
      [siteId],
    )
    await database.sql.query('UPDATE seats SET id = resource_id WHERE site_id = $1', [siteId])
    const tomorrow = new Date(Date.now() + 24 * AN_HOUR_MS).toISOString().slice(0, 10)
    return { siteId, publishableKey, firstHour: Date.parse(`${tomorrow}T00:00:00Z`) }
  } finally {
    await database.close()
  }
}

/** Takes hours of everybody in the past, so many in all. */
export async function fillThePast(databaseUrl: string, { siteId, firstHour }: Crew, blocks: number): Promise<void> {
  const database = await openDatabase({ databaseUrl })
  const { sql } = database
  try {
    await sql.query(
      `WITH guest AS (INSERT INTO clients (site_id, id, name, created_at) VALUES ($1, $2, 'Guest', now()))
       INSERT INTO bookings (site_id, id, client_id, state, start_at, end_at, party_size, price_minor, currency, consents,
         metadata, token_generation, created_at, updated_at, question, revision)
       VALUES ($1, $2, $2, 'confirmed', now(), now() + interval '1 hour', 1, 0, 'EUR', '{}', '{}', 1, now(), now(),
         '{"items": []}', 1)`,
      [siteId, personId(999_999)],
    )
    // As they come: day by day, everybody in turn. A million of them take longer than a statement of the server may.
    const insert = `INSERT INTO blocks (site_id, resource_id, seat_id, start_at, end_at, booking_id)
       SELECT $1, s.resource_id, s.id, $3::timestamptz - hour * interval '1 hour',
         $3::timestamptz - hour * interval '1 hour' + interval '50 minutes', $2
       FROM generate_series(1, $4::int) hour CROSS JOIN seats s WHERE s.site_id = $1`
    await database.session((session) =>
      session.query(insert, [siteId, personId(999_999), new Date(firstHour), blocks / PEOPLE]),
    )
  } finally {
    await database.close()
  }
}

/** An hour of somebody: each number is another one that is free. */
export interface Cell {
  person: number
  resourceId: string
  slug: string
  /** In milliseconds since the epoch. */
  start: number
}

export function cellOf({ firstHour }: Crew, index: number): Cell {
  const person = index % PEOPLE
  const start = firstHour + Math.floor(index / PEOPLE) * AN_HOUR_MS
  return { person, resourceId: personId(person), slug: name(person), start }
}
