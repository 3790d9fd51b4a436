import type { ShownItem } from '@codex-booking/sdk/contract'
import type { ReadableVisit } from '../../booking/check-visit.js'
import type { ReadableQuestion } from '../../booking/readable-question.js'

/** The chain that a client saw, with its times as times. */
export const readShown = (shown: readonly ShownItem[] | undefined) =>
  shown?.map(({ resourceId, start }) => ({ resourceId, start: new Date(start) }))

type ReadableItem = { [Name in keyof ShownItem]?: string | undefined } | undefined

const isWhole = (item: ReadableItem): item is ShownItem => item?.resourceId !== undefined && item.start !== undefined

/** What could be read of a visit in a body that holds mistakes. */
export const readableVisit = (
  body: ReadableQuestion & { start?: string | undefined; shown?: readonly ReadableItem[] | undefined },
): ReadableVisit => {
  const { start, shown, items, partySize, resourceId, arrangement, order, offsets } = body
  return {
    question: { items, partySize, resourceId, arrangement, order, offsets },
    start: start === undefined ? undefined : new Date(start),
    shown: shown?.every(isWhole) ? readShown(shown) : undefined,
  }
}
