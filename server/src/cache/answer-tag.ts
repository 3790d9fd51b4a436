import { hash } from 'node:crypto'
import type { SiteVersions } from './site-cache.js'

/** A question, as it is asked again and again. */
export interface AnswerKey {
  readonly siteId: string
  /** All that the answer depends on but the site's data and the time: operation and parameters, in one form and order. */
  readonly question: string
  /** As they were before anything else was read for the answer. */
  readonly versions: SiteVersions
}

/**
 * The `ETag` of an answer: made from what it is an answer to and the versions that it is right for, and it says until
 * when, because time passes without any version changing. So every process knows by the tag alone whether the answer
 * that somebody holds is still right.
 *
 * @param until the first moment at which the answer would be another although nothing was changed
 */
export const answerTag = (key: AnswerKey, until: Date): string => `"${until.getTime().toString(36)}-${digest(key)}"`

/**
 * The tag of the answer that somebody already holds, if it is the one that would be given now: then `304` is enough.
 *
 * @param ifNoneMatch the header `If-None-Match`
 */
export function heldTag(ifNoneMatch: string | undefined, key: AnswerKey, now: Date): string | undefined {
  if (ifNoneMatch === undefined) return undefined
  const tags = [...ifNoneMatch.matchAll(/"([0-9a-z]{1,11})-([A-Za-z0-9_-]{22})"/g)]
  const current = tags.filter(([, until = '']) => Number.parseInt(until, 36) > now.getTime())
  return current.find(([, , digested]) => digested === digest(key))?.[0]
}

const digest = ({ siteId, question, versions }: AnswerKey): string =>
  hash('sha256', `${siteId}\n${versions.all}\n${question}`, 'base64url').slice(0, 22)
