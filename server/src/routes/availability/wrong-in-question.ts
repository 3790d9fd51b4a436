import type { FieldError } from '@codex-booking/sdk/contract'
import { judgeQuestion, type ReadableQuestion } from '../../booking/readable-question.js'
import type { SiteSnapshot } from '../../store/site-snapshot.js'

/**
 * What only the site can know to be wrong with the visit of a question that is wrong elsewhere: a resource that cannot do
 * its service, too many services that would start together.
 */
export const wrongInQuestion = (site: SiteSnapshot, { query }: { query: ReadableQuestion }): readonly FieldError[] =>
  judgeQuestion(site, query).errors
