import { deleteBlocksOfHolds } from './delete-blocks.js'
import type { SeatBlock } from './read-busy.js'
import type { BlockSql } from './touched-blocks.js'
import type { AppointmentRow } from './visit-rows.js'

/** Who does what and when, and what that takes. Instants are minutes since the epoch. */
export interface ChainRows {
  /** In the order asked for. */
  appointments: readonly AppointmentRow[]
  blocks: readonly SeatBlock[]
  /** What holds that have run out still take, and this chain may need. */
  frees: { resourceIds: readonly string[]; holdIds: readonly string[] }
  /** Where the visit is held only: the time from which its blocks block no more. */
  holdExpiresAt?: Date | undefined
}

const INSERT_CHAIN = `WITH new_appointments AS (
    INSERT INTO appointments (site_id, booking_id, position, service_id, service_name, resource_id, resource_name,
      start_at, end_at, steps, price_minor)
    SELECT $1, $2, position - 1, service_id, service_name, resource_id, resource_name, to_timestamp(start * 60.0),
      to_timestamp("end" * 60.0), steps::jsonb, price_minor
    FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::int[], $8::int[], $9::text[], $10::int[])
      WITH ORDINALITY
      AS item (service_id, service_name, resource_id, resource_name, start, "end", steps, price_minor, position)
  ), new_needs AS (
    INSERT INTO appointment_needs (site_id, booking_id, appointment_position, position, resource_id, resource_name,
      is_shown)
    SELECT $1, $2, appointment_position, position, resource_id, resource_name, is_shown
    FROM unnest($11::int[], $12::int[], $13::uuid[], $14::text[], $15::bool[])
      AS need (appointment_position, position, resource_id, resource_name, is_shown)
  )
  INSERT INTO blocks (site_id, resource_id, seat_id, start_at, end_at, booking_id, hold_expires_at)
  SELECT $1, resource_id, seat_id, to_timestamp(start * 60.0), to_timestamp("end" * 60.0), $2, $16::timestamptz
  FROM unnest($17::uuid[], $18::uuid[], $19::int[], $20::int[]) AS block (resource_id, seat_id, start, "end")`

/**
 * Writes the chain of a booking, its appointments and its blocks, in one statement, once what is in its way is gone.
 *
 * @throws SQLSTATE 23P01 where a seat is taken
 */
export function insertChain(tx: BlockSql, siteId: string, bookingId: string, rows: ChainRows): Promise<unknown> {
  const { appointments, blocks, frees, holdExpiresAt = null } = rows
  const needs = appointments.flatMap((appointment, index) =>
    appointment.needs.map((need, position) => ({ ...need, appointment: index, position })),
  )
  tx.touched.push(...blocks)
  const inserted = [
    ...(frees.holdIds.length > 0 ? [deleteBlocksOfHolds(tx, siteId, frees)] : []),
    tx.query(INSERT_CHAIN, [
      siteId,
      bookingId,
      appointments.map(({ serviceId }) => serviceId),
      appointments.map(({ serviceName }) => serviceName),
      appointments.map(({ resourceId }) => resourceId),
      appointments.map(({ resourceName }) => resourceName),
      appointments.map(({ start }) => start),
      appointments.map(({ end }) => end),
      appointments.map(({ steps }) => JSON.stringify(steps)),
      appointments.map(({ priceMinor }) => priceMinor),
      needs.map(({ appointment }) => appointment),
      needs.map(({ position }) => position),
      needs.map(({ resourceId }) => resourceId),
      needs.map(({ resourceName }) => resourceName),
      needs.map(({ isShown }) => isShown),
      holdExpiresAt,
      blocks.map(({ resourceId }) => resourceId),
      blocks.map(({ seatId }) => seatId),
      blocks.map(({ start }) => start),
      blocks.map(({ end }) => end),
    ]),
  ]
  return Promise.all(inserted)
}
