import type { FieldError } from '../problems.js'
import type { SiteSnapshot } from '../store/site-snapshot.js'
import { type ContactDetails, checkContact } from './check-contact.js'
import { checkShown, type ShownItem } from './check-shown.js'
import { checkStart } from './check-start.js'
import type { ResolvedQuestion, VisitQuestion } from './question.js'
import { judgeQuestion, type ReadableQuestion } from './readable-question.js'

/** What a client says about a visit that can be right or wrong. */
export interface AskedVisit {
  question: VisitQuestion
  start: Date
  /** The chain that the client saw, item by item. */
  shown?: readonly ShownItem[] | undefined
}

/** What can be judged of a request that holds mistakes: all that could be read of it. */
export interface ReadableVisit {
  question?: ReadableQuestion | undefined
  start?: Date | undefined
  shown?: readonly ShownItem[] | undefined
  client?: Omit<ContactDetails['client'], 'name'> | undefined
  note?: string | undefined
}

/**
 * Everything that can be said about a visit without looking at what is taken: all that is wrong in one list.
 *
 * @throws Problem `not-found`
 */
export function checkVisit(
  site: SiteSnapshot,
  visit: AskedVisit & Partial<ContactDetails>,
  now: Date,
): { question: ResolvedQuestion; errors: FieldError[] }
export function checkVisit(site: SiteSnapshot, visit: ReadableVisit, now: Date): { errors: FieldError[] }
export function checkVisit(
  site: SiteSnapshot,
  { question: asked = {}, start, shown, client, note }: ReadableVisit,
  now: Date,
): { question: ResolvedQuestion | undefined; errors: FieldError[] } {
  const { question, errors } = judgeQuestion(site, asked)
  return {
    question,
    errors: [
      ...errors,
      ...(start ? checkStart(site, question, start, now) : []),
      ...(start && question ? checkShown(question, start, shown) : []),
      ...(client ? checkContact(site.contact, { client, note }) : []),
    ],
  }
}
