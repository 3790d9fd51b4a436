import type { VisitQuestion } from './question.js'

/** What could be read of a question. */
export type ReadableQuestion = { [Name in keyof VisitQuestion]?: VisitQuestion[Name] | undefined }

/** A question of which parts could not be read, as far as it can be judged; undefined where it names no services. */
export function asJudged({ items, partySize = 1, ...rest }: ReadableQuestion): VisitQuestion | undefined {
  // Nothing is wrong with a sequence that is not wrong with every arrangement.
  const { arrangement = 'sequence' } = rest
  return items && { ...rest, items, partySize, arrangement }
}
