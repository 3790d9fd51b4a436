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
  const earliest = Math.min(...shown.map((one) => one.start.getTime()))
  const first = shown.findIndex((one) => one.start.getTime() === earliest)
  return shown.flatMap((one, index) => {
    const errors: FieldError[] = []
    const item = items[index]
    if (!item?.performers.some(({ resourceId }) => resourceId === one.resourceId.toLowerCase())) {
      const message = `Must be somebody who can do ${item?.service.name} and was asked for, where somebody was`
      errors.push({ path: `shown.${index}.resourceId`, message })
    }
    if (one.start.getTime() % 60_000 !== 0) {
      errors.push({ path: `shown.${index}.start`, message: 'Must be a whole minute' })
    } else if (index === first && earliest !== start.getTime()) {
      // The first asked for need not come first.
      errors.push({ path: `shown.${index}.start`, message: 'Must be the start of the visit: nothing comes earlier' })
    }
    return errors
  })
}
