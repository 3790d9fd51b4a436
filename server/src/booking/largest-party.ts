import type { ServiceRow, SiteSnapshot } from '../store/site-snapshot.js'

/** The largest party that a service can be booked for; 0 where nobody does it, or nothing is there that it needs. */
export function largestParty({ resources }: SiteSnapshot, { performers, needs }: ServiceRow): number {
  const capacities = new Map(resources.map(({ id, capacity }) => [id, capacity]))
  const most = (ids: readonly string[]) => Math.max(0, ...ids.map((id) => capacities.get(id) ?? 0))
  return Math.min(
    most(performers.map(({ resourceId }) => resourceId)),
    ...needs.map(({ resourceIds }) => most(resourceIds)),
  )
}
