import type { Sql } from './database.js'

/** Notes that a booking was cancelled; its appointments stay. */
export const markCancelled = (tx: Sql, siteId: string, bookingId: string, now: Date): Promise<unknown> =>
  tx.query(
    `UPDATE bookings SET state = 'cancelled', cancelled_at = $3, updated_at = $3 WHERE site_id = $1 AND id = $2`,
    [siteId, bookingId, now],
  )
