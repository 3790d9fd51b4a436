import type { Database } from './database.js'

/** Removes a site with everything that belongs to it, its bookings and clients too. */
export const deleteSite = (database: Database, siteId: string): Promise<void> =>
  database.transaction(async (tx) => {
    // Nothing that was booked goes by itself, so the bookings go first, then what they were made of.
    await tx.query('DELETE FROM bookings WHERE site_id = $1', [siteId])
    await tx.query('DELETE FROM services WHERE site_id = $1', [siteId])
    await tx.query('DELETE FROM sites WHERE id = $1', [siteId])
  })
