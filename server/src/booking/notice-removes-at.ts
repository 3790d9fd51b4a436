import { dateOfMinute, minuteAfter } from '../availability/index.js'
import type { Chain, ChainStart } from '../engine/index.js'
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
  let last = Number.POSITIVE_INFINITY
  const look = ({ items }: Chain) => {
    for (const { start, resourceId, neededIds } of items) {
      last = Math.min(last, start - (notice.get(resourceId) ?? 0))
      for (const id of neededIds) last = Math.min(last, start - (notice.get(id) ?? 0))
    }
  }
  for (const { best, alternatives } of starts) {
    look(best)
    for (const chain of alternatives) look(chain)
  }
  return Number.isFinite(last) ? justAfter(last) : undefined
}
