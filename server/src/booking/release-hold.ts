import { deleteHold } from '../store/delete-holds.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { BookingDeps } from './deps.js'
import { lockVisit } from './lock-visit.js'
import { tryAgain } from './try-again.js'

/**
 * Gives a held time back. One that has run out or is gone is no problem; one that was booked stays booked.
 *
 * @throws Problem `unavailable`
 */
export const releaseHold = (deps: BookingDeps, site: SiteSnapshot, holdId: string): Promise<void> =>
  tryAgain(() =>
    deps.database.transaction(async (tx) => {
      await Promise.all([lockVisit(tx, site.id, holdId), deleteHold(tx, site.id, holdId)])
    }),
  )
