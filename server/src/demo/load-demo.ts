import { addDays, dateOfMinute, localDateOf, minuteOf, startOfDate } from '../availability/index.js'
import type { BookingDeps } from '../booking/deps.js'
import { tellChange } from '../booking/tell-change.js'
import { changePublishableKey } from '../store/change-publishable-key.js'
import { deleteSite } from '../store/delete-site.js'
import { findSiteByPublishableKey } from '../store/find-site-by-publishable-key.js'
import { insertSite } from '../store/insert-site.js'
import { listPublishableKeys } from '../store/list-publishable-keys.js'
import { readSite } from '../store/read-site.js'
import { bookGuests } from './book-guests.js'
import { DEMO_TIME_ZONE, demoSalon } from './demo-salon.js'

/** Opens the demo salon. */
export const DEMO_KEY = 'pk_demo'
/** The salon has this key until all its bookings are there. */
const UNFINISHED_KEY = 'pk_demo_unfinished'
/** One server loads, others that start at the same time wait for it. Any number that nobody else uses. */
const DEMO_LOCK = 804_210_117
const NOON = 12 * 60

/**
 * Loads the demo salon, unless the database has a site already. A salon that was left unfinished by a crash is removed
 * first, so it is there as a whole or not at all.
 *
 * @returns the publishable keys of all sites, the oldest site first
 */
export function loadDemo(deps: BookingDeps): Promise<string[]> {
  return deps.database.session(async (session) => {
    await session.query('SELECT pg_advisory_lock($1)', [DEMO_LOCK])
    try {
      const unfinished = await findSiteByPublishableKey(deps.database.sql, UNFINISHED_KEY)
      if (unfinished !== undefined) {
        await deleteSite(deps.database, unfinished)
        await tellChange(deps, unfinished, { isSiteChanged: true })
      }
      const keys = await listPublishableKeys(deps.database.sql)
      if (keys.length > 0) return keys
      await load(deps)
      return [DEMO_KEY]
    } finally {
      await session.query('SELECT pg_advisory_unlock($1)', [DEMO_LOCK])
    }
  })
}

async function load(deps: BookingDeps): Promise<void> {
  const { database, clock } = deps
  const today = localDateOf(minuteOf(clock.now()), DEMO_TIME_ZONE)
  const { id } = await insertSite(database, demoSalon(today, UNFINISHED_KEY), clock)
  const site = await readSite(database.sql, id)
  if (site === undefined) throw new Error('The demo salon is gone before it was finished')
  // The guests called yesterday: so today is full as well, and the same whatever the time of the day is.
  const yesterday = dateOfMinute(startOfDate(addDays(today, -1), DEMO_TIME_ZONE) + NOON)
  await bookGuests({ ...deps, clock: { now: () => yesterday } }, site, today)
  await changePublishableKey(database.sql, id, DEMO_KEY)
  await tellChange(deps, id, { isSiteChanged: true })
}
