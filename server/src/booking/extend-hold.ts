import { notFound, type Problem } from '../problems.js'
import { judgeTime } from '../store/judge-time.js'
import { readVisit } from '../store/read-booking.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { updateExpiry } from '../store/update-booking.js'
import type { BookingDeps } from './deps.js'
import { extendedExpiryOf, type HeldVisit, hasRunOut, heldVisit } from './held-visit.js'
import { HoldExpired } from './hold-expired.js'
import { lockVisit } from './lock-visit.js'
import { writeBlocks } from './write-blocks.js'

/**
 * Keeps what is held as long again, from now on, or as long as it may still be held.
 *
 * @throws HoldExpired where it has run out, or was booked; Problem `not-found`, `unavailable`
 */
export function extendHold(deps: BookingDeps, site: SiteSnapshot, holdId: string): Promise<HeldVisit> {
  const now = deps.clock.now()
  return writeBlocks(deps, site.id, async (tx) => {
    const [, judgedAt, hold] = await Promise.all([
      lockVisit(deps, tx, site.id, holdId),
      judgeTime(tx, deps.clock.offsetMs ?? 0),
      readVisit(tx, site.id, holdId),
    ])
    if (hold === undefined) throw noSuchHold()
    if (hold.state !== 'held') throw new HoldExpired('What was held has been booked.')
    if (hasRunOut(hold, judgedAt)) throw new HoldExpired('The time is no longer held: it has run out.')
    const expiresAt = extendedExpiryOf(site, hold, judgedAt)
    await updateExpiry(tx, { siteId: site.id, id: hold.id, now }, expiresAt)
    return { ...heldVisit(hold, hold.appointments, expiresAt), judgedAt }
  })
}

export const noSuchHold = (): Problem => notFound('There is no such hold.')
