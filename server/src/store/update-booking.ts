import type { Sql } from './database.js'
import { type ClientRows, insertClient } from './insert-booking.js'
import { type BlockSql, RETURNING_BLOCKS, touchBlocks } from './touched-blocks.js'
import type { BookingState, ProposalRow, QuestionRow } from './visit-rows.js'

/** Which booking changes; it is locked. */
export interface BookingKey {
  siteId: string
  id: string
  now: Date
}

/** Another state; a proposal goes with it. */
export const updateState = (tx: Sql, { siteId, id, now }: BookingKey, state: BookingState): Promise<unknown> =>
  tx.query(
    `UPDATE bookings SET state = $3::booking_state, proposed_start_at = NULL, proposal = NULL,
       cancelled_at = CASE WHEN $3 = 'cancelled' THEN $4::timestamptz END, updated_at = $4, revision = revision + 1
     WHERE site_id = $1 AND id = $2`,
    [siteId, id, state, now],
  )

/** Another time, in minutes since the epoch; its chain is for `deleteChain` and `insertChain`. */
export const updateTime = (
  tx: Sql,
  { siteId, id, now }: BookingKey,
  to: { start: number; end: number; priceMinor: number; question: QuestionRow; state: BookingState },
): Promise<unknown> =>
  tx.query(
    `UPDATE bookings SET start_at = to_timestamp($3::int * 60.0), end_at = to_timestamp($4::int * 60.0),
       price_minor = $5, question = $6::jsonb, state = $7::booking_state, proposed_start_at = NULL, proposal = NULL,
       updated_at = $8, revision = revision + 1
     WHERE site_id = $1 AND id = $2`,
    [siteId, id, to.start, to.end, to.priceMinor, JSON.stringify(to.question), to.state, now],
  )

/** Another time that waits for the client; the booking keeps the one it has. */
export const updateProposal = (tx: Sql, { siteId, id, now }: BookingKey, proposal: ProposalRow): Promise<unknown> =>
  tx.query(
    `UPDATE bookings SET state = 'reschedule_proposed', proposed_start_at = to_timestamp($3::int * 60.0),
       proposal = $4::jsonb, updated_at = $5, revision = revision + 1
     WHERE site_id = $1 AND id = $2`,
    [siteId, id, proposal.visit.start, JSON.stringify(proposal), now],
  )

/** A hold becomes a booking: the same rows, now with a client and without an end. */
export const updateToBooked = (
  tx: BlockSql,
  { siteId, id, now }: BookingKey,
  row: ClientRows & { state: BookingState },
): Promise<unknown> =>
  Promise.all([
    insertClient(tx, siteId, row, now),
    tx.query(
      `UPDATE bookings SET state = $3::booking_state, client_id = $4, note = $5, consents = $6::text[],
         metadata = $7::jsonb, hold_expires_at = NULL, holder = NULL, created_at = $8, updated_at = $8,
         revision = revision + 1
       WHERE site_id = $1 AND id = $2`,
      [siteId, id, row.state, row.clientId, row.note, row.consents, JSON.stringify(row.metadata), now],
    ),
    updateBlocks(tx, siteId, id, null),
  ])

/** A hold lives until another time. */
export const updateExpiry = (tx: BlockSql, { siteId, id, now }: BookingKey, expiresAt: Date): Promise<unknown> =>
  Promise.all([
    tx.query(
      `UPDATE bookings SET hold_expires_at = $3, updated_at = $4, revision = revision + 1
       WHERE site_id = $1 AND id = $2`,
      [siteId, id, expiresAt, now],
    ),
    updateBlocks(tx, siteId, id, expiresAt),
  ])

const updateBlocks = (tx: BlockSql, siteId: string, bookingId: string, expiresAt: Date | null): Promise<unknown> =>
  touchBlocks(
    tx,
    `UPDATE blocks SET hold_expires_at = $3::timestamptz WHERE site_id = $1 AND booking_id = $2 ${RETURNING_BLOCKS}`,
    [siteId, bookingId, expiresAt],
  )
