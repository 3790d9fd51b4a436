import type { ShownItem } from '@codex-booking/sdk/contract'
import type { ReadableVisit } from '../../booking/check-visit.js'
import type { ReadableQuestion } from '../../booking/readable-question.js'

/** The chain that a client saw, with its times as times. */
export const readShown = (shown: readonly ShownItem[] | undefined) =>
  shown?.map(({ resourceId, start }) => ({ resourceId, start: new Date(start) }))

/** What could be read of a visit in a body that holds mistakes. */
export const readableVisit = (
  body: {
    [Name in keyof ReadableQuestion | 'start' | 'shown']?: unknown
  },
): ReadableVisit => {
  const { start, shown, items, partySize, resourceId, arrangement, order, offsets } = body as ReadableQuestion & {
    start?: string | undefined
    shown?: readonly ShownItem[] | undefined
  }
  return {
    question: { items, partySize, resourceId, arrangement, order, offsets },
    start: start === undefined ? undefined : new Date(start),
    shown: readShown(shown),
  }
}
