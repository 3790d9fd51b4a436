import type { Sql } from './database.js'
import type { BookingState, QuestionRow } from './visit-rows.js'

/** The rows of a visit besides its chain. Instants are minutes since the epoch. */
interface NewVisitRow {
  siteId: string
  id: string
  start: number
  end: number
  partySize: number
  priceMinor: number
  currency: string
  question: QuestionRow
  tokenGeneration: number
  createdAt: Date
}

/** Whose visit it is, and what it says. */
export interface ClientRows {
  clientId: string
  client: { name: string; email: string | null; phone: string | null }
  note: string | null
  consents: readonly string[]
  metadata: Readonly<Record<string, unknown>>
}

/** A booking, with its client. */
export interface NewBookingRow extends NewVisitRow, ClientRows {
  state: BookingState
}

/** A hold: nobody knows yet for whom. */
export interface NewHoldRow extends NewVisitRow {
  holdExpiresAt: Date
  /** Hash of who holds it, to count by; null for whom nobody counts. */
  holder: string | null
}

/** Writes down who comes. */
export const insertClient = (tx: Sql, siteId: string, { clientId, client }: ClientRows, now: Date): Promise<unknown> =>
  tx.query('INSERT INTO clients (site_id, id, name, email, phone, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    siteId,
    clientId,
    client.name,
    client.email,
    client.phone,
    now,
  ])

const INSERT_VISIT = `INSERT INTO bookings (site_id, id, state, start_at, end_at, party_size, price_minor, currency,
    question, token_generation, created_at, updated_at, revision,
    client_id, note, consents, metadata, hold_expires_at, holder)
  VALUES ($1, $2, $3::booking_state, to_timestamp($4::int * 60.0), to_timestamp($5::int * 60.0), $6, $7, $8,
    $9::jsonb, $10, $11, $11, 1, $12, $13, $14::text[], $15::jsonb, $16, $17)`

const INSERT_WITH_CLIENT = `WITH new_client AS (
    INSERT INTO clients (site_id, id, name, email, phone, created_at) VALUES ($1, $12, $18, $19, $20, $11)
  ) ${INSERT_VISIT}`

const common = (row: NewVisitRow, state: string) => [
  row.siteId,
  row.id,
  state,
  row.start,
  row.end,
  row.partySize,
  row.priceMinor,
  row.currency,
  JSON.stringify(row.question),
  row.tokenGeneration,
  row.createdAt,
]

/** Writes a booking and its client; what it takes is for `insertChain`. */
export const insertBooking = (tx: Sql, row: NewBookingRow): Promise<unknown> =>
  tx.query(INSERT_WITH_CLIENT, [
    ...common(row, row.state),
    row.clientId,
    row.note,
    row.consents,
    JSON.stringify(row.metadata),
    null,
    null,
    row.client.name,
    row.client.email,
    row.client.phone,
  ])

/** Writes a hold; what it takes is for `insertChain`. */
export const insertHold = (tx: Sql, row: NewHoldRow): Promise<unknown> =>
  tx.query(INSERT_VISIT, [...common(row, 'held'), null, null, [], '{}', row.holdExpiresAt, row.holder])
