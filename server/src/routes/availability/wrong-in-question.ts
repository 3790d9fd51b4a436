import type { FieldError } from '@codex-booking/sdk/contract'
import type { VisitQuestion } from '../../booking/question.js'
import { lookUpQuestion } from '../../booking/resolve-question.js'
import type { SiteSnapshot } from '../../store/site-snapshot.js'

/** What is wrong with the visit of a question that is wrong elsewhere: a resource that cannot do its service. */
export const wrongInQuestion = (
  site: SiteSnapshot,
  {
    query: { items, resourceId, partySize = 1 },
  }: { query: { [Name in keyof VisitQuestion]?: VisitQuestion[Name] | undefined } },
): readonly FieldError[] => (items ? lookUpQuestion(site, { items, resourceId, partySize }).errors : [])
