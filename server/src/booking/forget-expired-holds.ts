import { deleteHolds, findSitesWithExpiredHolds, lockExpiredHolds } from '../store/delete-holds.js'
import { limitLockWaits } from '../store/limit-lock-waits.js'
import { lockResources } from '../store/lock-resources.js'
import type { BookingDeps } from './deps.js'
import { writeBlocks } from './write-blocks.js'

/** So long after it ran out a client may still come with it, and gets its time if it is free. */
const KEPT_MS = 3_600_000
/** At once, so that a server that comes back after weeks holds up nobody. */
const BATCH = 200

/**
 * Removes holds that ran out an hour ago. Their time was free from the moment they ran out: this only tidies up.
 *
 * @returns how many were removed
 */
export async function forgetExpiredHolds(
  deps: Pick<BookingDeps, 'database' | 'clock' | 'cache' | 'live'>,
): Promise<number> {
  const { database, clock } = deps
  const expired = { keptMs: KEPT_MS, offsetMs: clock.offsetMs ?? 0 }
  let removed = 0
  for (const siteId of await findSitesWithExpiredHolds(database.sql, expired)) {
    for (let batch = BATCH; batch === BATCH; removed += batch) {
      batch = await writeBlocks(deps, siteId, async (tx) => {
        await limitLockWaits(tx)
        const ids = await lockExpiredHolds(tx, siteId, expired, BATCH)
        if (ids.length === 0) return 0
        await Promise.all([lockResources(tx, siteId, [], ids), deleteHolds(tx, siteId, ids)])
        return ids.length
      })
    }
  }
  return removed
}
