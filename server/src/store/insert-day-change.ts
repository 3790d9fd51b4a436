import type { Database } from './database.js'

/** So many changes of a site are kept at the most. */
export const KEPT_DAY_CHANGES = 1_000

/**
 * Writes down that time of some days of a site was taken or given back, and forgets what is older than an hour. One after
 * the other, so that whoever has seen a change has seen all with smaller numbers.
 *
 * @param dates in UTC
 */
export const insertDayChange = (database: Database, siteId: string, dates: readonly string[]): Promise<void> =>
  database.transaction(async (tx) => {
    await Promise.all([
      tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`day changes ${siteId}`]),
      tx.query(
        `WITH last AS (SELECT coalesce(max(number), 0) AS number FROM day_changes WHERE site_id = $1),
          forgotten AS (
            DELETE FROM day_changes WHERE site_id = $1 AND number < (SELECT number FROM last)
              AND (created_at < now() - interval '1 hour' OR number <= (SELECT number FROM last) - $3::int + 1)
          )
          INSERT INTO day_changes (site_id, number, dates, created_at)
            SELECT $1, number + 1, $2::date[], now() FROM last`,
        [siteId, dates, KEPT_DAY_CHANGES],
      ),
    ])
  })
