import { minuteOf } from '../availability/index.js'
import {
  type Chain,
  type ChainRequest,
  chainOf,
  findChains,
  fits,
  type Reason,
  type SearchDay,
} from '../engine/index.js'
import type { ShownItem } from './check-shown.js'
import { chainRequestOf, type ResolvedQuestion, searchOptionsOf, stepsOf } from './question.js'

/**
 * The chain to book: the one that the client saw if it is still possible, with whatever is free of what it needs, else
 * the best one at that start, with whoever is free of those the client allows.
 *
 * @param start in minutes since the epoch
 * @returns the reason where there is none
 */
export function chooseChain(
  question: ResolvedQuestion,
  day: SearchDay,
  start: number,
  shown: readonly ShownItem[] | undefined,
): Chain | Reason {
  const { resources, from, until, days } = day
  const request = chainRequestOf(question, days)
  const seen = shown && chainSeen(question, request, day, shown)
  if (seen) return seen
  const options = { ...searchOptionsOf(question), exactStart: start, from, until }
  const { starts, reason } = findChains(request, resources, options)
  return starts[0]?.best ?? reason ?? 'fully-booked'
}

function chainSeen(
  { items }: ResolvedQuestion,
  request: ChainRequest,
  { resources }: SearchDay,
  shown: readonly ShownItem[],
): Chain | undefined {
  const placed = shown.map(({ resourceId: name, start: at }, index) => {
    const item = items[index]
    const performer = item?.performers.find(({ resourceId }) => resourceId === name.toLowerCase())
    if (item === undefined || performer === undefined) throw new Error('The chain shown has not been checked')
    const start = minuteOf(at)
    const { resourceId } = performer
    const minutes = stepsOf(item, performer).reduce((sum, step) => sum + step.minutes, 0)
    return { serviceId: item.service.id, resourceId, start, end: start + minutes }
  })
  return fits(request, { items: placed }, resources) ? chainOf(request, placed, resources) : undefined
}
