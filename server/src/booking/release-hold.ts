import { deleteHolds } from '../store/delete-holds.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import { lockVisit } from './lock-visit.js'
import { writeBlocks } from './write-blocks.js'

/**
 * Gives a held time back. One that has run out or is gone is no problem; one that was booked stays booked.
 *
 * @throws Problem `unavailable`
 */
export const releaseHold = (deps: BookingDeps, site: SiteSnapshot, holdId: string): Promise<void> =>
  writeBlocks(deps, site.id, async (tx) => {
    await Promise.all([lockVisit(deps, tx, site.id, holdId), deleteHolds(tx, site.id, [holdId])])
  })
