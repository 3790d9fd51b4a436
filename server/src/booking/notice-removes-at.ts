import { dateOfMinute, minuteAfter } from '../availability/index.js'
import type { ChainStart } from '../engine/index.js'
import type { ResourceRow, SiteSnapshot } from '../store/site-snapshot.js'
import type { ResolvedQuestion } from './question.js'

/** How long before anything of a visit starts on a resource it must be booked, in minutes. */
export const noticeOf = ({ settings }: SiteSnapshot, { noticeMinutes }: ResourceRow): number =>
  noticeMinutes ?? settings.noticeMinutes

/** The first moment at which notice counts from a later minute than it does now. */
export const endOfMinute = (now: Date): Date => justAfter(minuteAfter(now))

const justAfter = (minute: number): Date => new Date(dateOfMinute(minute).getTime() + 1)

/**
 * The first moment at which it is too late for something of these starts: for the best of one, or for another way to do
 * it. Until then they are the best, since notice takes away and never adds. Without any there is no such moment: why there
 * is none does not hang on the minute.
 */
export function noticeRemovesAt(
  site: SiteSnapshot,
  { resources }: ResolvedQuestion,
  starts: readonly ChainStart[],
): Date | undefined {
  const notice = new Map(resources.map((resource) => [resource.id, noticeOf(site, resource)]))
  const lastMinutes = starts
    .flatMap(({ best, alternatives }) => [best, ...alternatives])
    .flatMap(({ items }) => items)
    .map(({ start, resourceId, neededIds }) =>
      Math.min(...[resourceId, ...neededIds].map((id) => start - (notice.get(id) ?? 0))),
    )
  return lastMinutes.length === 0 ? undefined : justAfter(lastMinutes.reduce((a, b) => Math.min(a, b)))
}
