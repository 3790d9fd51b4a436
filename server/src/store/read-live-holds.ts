import type { Sql } from './database.js'
import { JUDGED_TIME } from './judge-time.js'

/**
 * Lets only one transaction at a time count the holds of a holder. After the resources: everybody takes locks in this
 * order.
 */
export const lockHolder = (tx: Sql, siteId: string, holder: string): Promise<unknown> =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`hold ${siteId} ${holder}`])

/**
 * When the holds of a holder run out, the next one first; those that have are none.
 *
 * @param except one that is given up for another
 */
export const readLiveHolds = async (
  tx: Sql,
  siteId: string,
  holder: string,
  except: string | undefined,
): Promise<Date[]> => {
  const holds = await tx.query<{ expiresAt: Date }>(
    `SELECT hold_expires_at AS "expiresAt" FROM bookings
      WHERE site_id = $1 AND state = 'held' AND hold_expires_at > ${JUDGED_TIME} AND holder = $2
        AND id IS DISTINCT FROM $3::uuid
      ORDER BY hold_expires_at`,
    [siteId, holder, except ?? null],
  )
  return holds.map(({ expiresAt }) => expiresAt)
}
