import { daysOfBlocks } from '../cache/busy-time.js'
import type { TouchedBlock } from '../store/touched-blocks.js'
import type { BookingDeps } from './deps.js'

/** What a committed transaction changed at a site. */
export interface Change {
  /** Time that was taken, given back, or held for another time. */
  blocks?: readonly TouchedBlock[]
  /** Anything but the bookings: its key, settings, hours, services, people; or the site itself is gone. */
  isSiteChanged?: boolean
}

/**
 * Takes out of the caches what a change made wrong, and then tells those who look at its days. To be waited for after the
 * commit, so that whoever made the change sees it. Nothing of it fails: what cannot be told is counted, and told later.
 */
export async function tellChange(
  { cache, live }: Pick<BookingDeps, 'cache' | 'live'>,
  siteId: string,
  { blocks = [], isSiteChanged = false }: Change,
): Promise<void> {
  const days = daysOfBlocks(blocks)
  if (days.length === 0 && !isSiteChanged) return
  await cache?.invalidate(siteId, { days, isSiteChanged })
  await live?.publish(siteId, [...new Set(days.map(({ date }) => date))])
}
