import type { FieldError } from '../problems.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import type { ResolvedQuestion, VisitQuestion } from './question.js'
import { lookUpItems, lookUpQuestion } from './resolve-question.js'

type AskedItem = VisitQuestion['items'][number]

/** What could be read of a question: an item that could not is left out of its place. */
export type ReadableQuestion = {
  [Name in Exclude<keyof VisitQuestion, 'items' | 'offsets'>]?: VisitQuestion[Name] | undefined
} & {
  items?: readonly ({ serviceId?: string | undefined; resourceId?: string | undefined } | undefined)[] | undefined
  offsets?: readonly (number | undefined)[] | undefined
}

/**
 * Judges what could be read of a question that may hold mistakes, for who wants to name all that is wrong in one list.
 *
 * @returns the question only where all its services are known
 * @throws Problem `not-found`
 */
export function judgeQuestion(
  site: SiteSnapshot,
  { items = [], offsets, ...rest }: ReadableQuestion,
): { question: ResolvedQuestion | undefined; errors: FieldError[] } {
  const readable = [...items.entries()].filter(
    (entry): entry is [number, AskedItem] => entry[1]?.serviceId !== undefined,
  )
  if (items.length === 0 || readable.length < items.length) {
    return { question: undefined, errors: lookUpItems(site, readable, rest.resourceId).errors }
  }
  // Nothing is wrong with a sequence that is not wrong with every arrangement.
  const days = offsets?.filter((offset) => offset !== undefined)
  const arrangement = (days?.length === offsets?.length && rest.arrangement) || 'sequence'
  const { partySize = 1 } = rest
  return lookUpQuestion(site, {
    ...rest,
    items: readable.map(([, item]) => item),
    partySize,
    arrangement,
    offsets: days,
  })
}
