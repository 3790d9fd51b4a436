import { addDays, type LocalDate } from '../availability/index.js'
import type { LiveEvent, LiveUpdates } from '../live/live-updates.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { startDatesOf } from './start-dates.js'

/** What following days needs. */
export interface FollowDeps {
  live: LiveUpdates
}

/** Days to be told of, both included, and where to go on. */
export interface FollowedDays {
  from: LocalDate
  to: LocalDate
  /** Of the last event that was heard before, where there was one. */
  lastEventId?: string | undefined
}

/** What somebody is told who follows days. */
export interface DayChange {
  id?: string | undefined
  data: { type: LiveEvent['type']; dates: LocalDate[] }
}

/** Changes of days, until they are stopped; see `LiveListener` for when they end by themselves. */
export interface DayChanges extends AsyncIterable<DayChange> {
  stop(): void
}

/** Tells on which of some days of the site the times to start may have changed. The first event comes at once. */
export function followDays(
  { live }: FollowDeps,
  site: SiteSnapshot,
  { from, to, lastEventId }: FollowedDays,
): DayChanges {
  const listener = live.listen(site.id, { lastEventId })
  return { stop: () => listener.stop(), [Symbol.asyncIterator]: () => changesOf(listener, site, { from, to }) }
}

async function* changesOf(
  events: AsyncIterable<LiveEvent>,
  site: SiteSnapshot,
  { from, to }: FollowedDays,
): AsyncGenerator<DayChange> {
  let isFirst = true
  for await (const event of events) {
    const { id } = event
    const changed = event.type === 'changed' ? event.dates.flatMap((date) => startDatesOf(site, date)) : []
    const dates = [...new Set(changed)].filter((date) => from <= date && date <= to).toSorted()
    if (event.type === 'reset') yield { id, data: { type: 'reset', dates: datesOf(from, to) } }
    else if (dates.length > 0) yield { id, data: { type: 'changed', dates } }
    // What changed is of no concern here, but who begins wants to know that he is heard.
    else if (isFirst) yield { id, data: { type: 'ready', dates: [] } }
    isFirst = false
  }
}

function datesOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date)
  return dates
}
