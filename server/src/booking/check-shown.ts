import type { FieldError } from '../problems.js'
import type { ResolvedQuestion } from './question.js'

/** Who the client saw for one item, and from when. */
export interface ShownItem {
  resourceId: string
  start: Date
}

/** Whether the chain that a client says it saw can be a chain of this visit: every wrong field in one list. */
export function checkShown(
  { items }: ResolvedQuestion,
  start: Date,
  shown: readonly ShownItem[] | undefined,
): FieldError[] {
  if (shown === undefined) return []
  if (shown.length !== items.length) {
    return [{ path: 'shown', message: 'Must have one entry for each of the items' }]
  }
  return shown.flatMap((one, index) => {
    const errors: FieldError[] = []
    const item = items[index]
    if (!item?.performers.some(({ resourceId }) => resourceId === one.resourceId.toLowerCase())) {
      const message = `Must be somebody who can do ${item?.service.name} and was asked for, where somebody was`
      errors.push({ path: `shown.${index}.resourceId`, message })
    }
    if (one.start.getTime() % 60_000 !== 0) {
      errors.push({ path: `shown.${index}.start`, message: 'Must be a whole minute' })
    } else if (index === 0 && one.start.getTime() !== start.getTime()) {
      errors.push({ path: 'shown.0.start', message: 'Must be the start of the visit' })
    }
    return errors
  })
}
