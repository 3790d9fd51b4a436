import { type ExpiredHolds, findSitesWithExpiredHolds, lockExpiredHolds } from '../store/expired-holds.js'
import { limitLockWaits } from '../store/limit-lock-waits.js'
import { lockResources } from '../store/lock-resources.js'
import type { BlockTransaction } from '../store/touched-blocks.js'
import type { BookingDeps } from './deps.js'
import { writeBlocks } from './write-blocks.js'

/** What a sweep of holds needs. */
export type SweepDeps = Pick<BookingDeps, 'database' | 'clock' | 'cache' | 'live' | 'counters'>

/** At once, so that a server that comes back after weeks holds up nobody. */
const BATCH = 200

/**
 * Does something with holds that ran out, while they and their resources are locked, a few at a time. Any number of
 * processes may sweep at the same time: each hold is one's only.
 *
 * @returns how many there were
 * @throws what the first site failed with, once all the others are done
 */
export async function sweepHolds(
  deps: SweepDeps,
  which: Omit<ExpiredHolds, 'offsetMs'>,
  work: (tx: BlockTransaction, siteId: string, holdIds: readonly string[]) => Promise<unknown>,
): Promise<number> {
  const { database, clock } = deps
  const holds: ExpiredHolds = { ...which, offsetMs: clock.offsetMs ?? 0 }
  let swept = 0
  const failures: unknown[] = []
  for (const siteId of await findSitesWithExpiredHolds(database.sql, holds)) {
    try {
      for (let batch = BATCH; batch === BATCH; swept += batch) {
        batch = await writeBlocks(deps, siteId, async (tx) => {
          await limitLockWaits(tx)
          const ids = await lockExpiredHolds(tx, siteId, holds, BATCH)
          if (ids.length > 0) await Promise.all([lockResources(tx, siteId, [], ids), work(tx, siteId, ids)])
          return ids.length
        })
      }
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return swept
}
