import type { Sql } from './database.js'
import type { AppointmentRow } from './read-booking.js'
import type { SeatBlock } from './read-busy.js'

/** A booking with all its rows. Instants are minutes since the epoch. */
export interface NewBookingRows {
  siteId: string
  id: string
  clientId: string
  client: { name: string; email: string | null; phone: string | null }
  start: number
  end: number
  partySize: number
  priceMinor: number
  currency: string
  note: string | null
  consents: readonly string[]
  metadata: Readonly<Record<string, unknown>>
  tokenGeneration: number
  createdAt: Date
  /** In the order asked for. */
  appointments: readonly AppointmentRow[]
  blocks: readonly SeatBlock[]
}

const INSERT_BOOKING = `WITH new_client AS (
    INSERT INTO clients (site_id, id, name, email, phone, created_at) VALUES ($1, $3, $4, $5, $6, $7)
  ), new_booking AS (
    INSERT INTO bookings (site_id, id, client_id, state, start_at, end_at, party_size, price_minor, currency, note,
      consents, metadata, token_generation, created_at, updated_at)
    VALUES ($1, $2, $3, 'confirmed', to_timestamp($8::int * 60.0), to_timestamp($9::int * 60.0), $10, $11, $12, $13,
      $14::text[], $15::jsonb, $16, $7, $7)
  ), new_appointments AS (
    INSERT INTO appointments (site_id, booking_id, position, service_id, service_name, resource_id, resource_name,
      start_at, end_at, steps, price_minor)
    SELECT $1, $2, position - 1, service_id, service_name, resource_id, resource_name, to_timestamp(start * 60.0),
      to_timestamp("end" * 60.0), steps::jsonb, price_minor
    FROM unnest($17::uuid[], $18::text[], $19::uuid[], $20::text[], $21::int[], $22::int[], $23::text[], $24::int[])
      WITH ORDINALITY
      AS item (service_id, service_name, resource_id, resource_name, start, "end", steps, price_minor, position)
  ), new_needs AS (
    INSERT INTO appointment_needs (site_id, booking_id, appointment_position, position, resource_id, resource_name,
      is_shown)
    SELECT $1, $2, appointment_position, position, resource_id, resource_name, is_shown
    FROM unnest($25::int[], $26::int[], $27::uuid[], $28::text[], $29::bool[])
      AS need (appointment_position, position, resource_id, resource_name, is_shown)
  )
  INSERT INTO blocks (site_id, resource_id, seat_id, start_at, end_at, booking_id)
  SELECT $1, resource_id, seat_id, to_timestamp(start * 60.0), to_timestamp("end" * 60.0), $2
  FROM unnest($30::uuid[], $31::uuid[], $32::int[], $33::int[]) AS block (resource_id, seat_id, start, "end")`

/**
 * Writes a booking, its client, its appointments and its blocks in one statement.
 *
 * @throws SQLSTATE 23P01 where a seat is taken
 */
export const insertBooking = (tx: Sql, rows: NewBookingRows): Promise<unknown> => {
  const needs = rows.appointments.flatMap((appointment, index) =>
    appointment.needs.map((need, position) => ({ ...need, appointment: index, position })),
  )
  return tx.query(INSERT_BOOKING, [
    rows.siteId,
    rows.id,
    rows.clientId,
    rows.client.name,
    rows.client.email,
    rows.client.phone,
    rows.createdAt,
    rows.start,
    rows.end,
    rows.partySize,
    rows.priceMinor,
    rows.currency,
    rows.note,
    rows.consents,
    JSON.stringify(rows.metadata),
    rows.tokenGeneration,
    rows.appointments.map(({ serviceId }) => serviceId),
    rows.appointments.map(({ serviceName }) => serviceName),
    rows.appointments.map(({ resourceId }) => resourceId),
    rows.appointments.map(({ resourceName }) => resourceName),
    rows.appointments.map(({ start }) => start),
    rows.appointments.map(({ end }) => end),
    rows.appointments.map(({ steps }) => JSON.stringify(steps)),
    rows.appointments.map(({ priceMinor }) => priceMinor),
    needs.map(({ appointment }) => appointment),
    needs.map(({ position }) => position),
    needs.map(({ resourceId }) => resourceId),
    needs.map(({ resourceName }) => resourceName),
    needs.map(({ isShown }) => isShown),
    rows.blocks.map(({ resourceId }) => resourceId),
    rows.blocks.map(({ seatId }) => seatId),
    rows.blocks.map(({ start }) => start),
    rows.blocks.map(({ end }) => end),
  ])
}
