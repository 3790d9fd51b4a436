import type { FieldError } from '../problems.js'
import type { QuestionItem, ResolvedQuestion } from './question.js'

/** The most services that can start together: the engine tries all ways to staff them. */
const MOST_TOGETHER = 3

/**
 * Whether a visit puts more services side by side than can start together. Only in stages do groups have to be tried in
 * every way.
 */
export function checkGroups({ items, arrangement, order, offsets }: ResolvedQuestion): FieldError[] {
  if (arrangement !== 'stages') return []
  const groups: { name: string; members: QuestionItem[] }[] = []
  for (const [index, item] of items.entries()) {
    const { mayOverlap, overlapGroup } = item.service
    const name = mayOverlap && overlapGroup !== null ? `${offsets?.[index] ?? 0} ${overlapGroup}` : ''
    // In the order asked only neighbours can start together.
    const candidates = order === 'any' ? groups : groups.slice(-1)
    const known = name === '' ? undefined : candidates.find((group) => group.name === name)
    if (known) known.members.push(item)
    else groups.push({ name, members: [item] })
  }
  return groups
    .filter(({ members }) => members.length > MOST_TOGETHER)
    .map(({ members }) => ({
      path: 'items',
      message: `At most ${MOST_TOGETHER} services can start together, not ${members.map(({ service }) => service.name).join(', ')}`,
    }))
}
