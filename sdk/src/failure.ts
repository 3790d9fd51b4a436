import { isHTTPError, isTimeoutError } from 'ky'
import type { Problem } from './contract/problem.js'
import type { CodexError } from './errors/codex-error.js'
import { problemErrorFrom } from './errors/problem-classes.js'
import { TimeoutError } from './errors/timeout-error.js'
import { UnexpectedAnswerError } from './errors/unexpected-answer-error.js'
import { retryAfterSeconds } from './retry.js'

const isProblemBody = (body: unknown): body is Problem => {
  const { code, title, detail } = Object(body) as Partial<Problem>
  return [code, title, detail].every((field) => typeof field === 'string')
}

/**
 * What a caller gets to see of a failed request. ky's own errors stay inside: they carry the request, and with it the
 * key, the token and the client's data, into every log.
 */
export const failureOf = (error: unknown, origin: string, timeoutMs: number): unknown => {
  if (isTimeoutError(error)) return new TimeoutError(origin, timeoutMs)
  return isHTTPError(error) ? refusalOf(error.response, error.data, origin) : error
}

/** The error that an answer stands for which is not the one hoped for. */
export const refusalOf = ({ status, headers }: Response, body: unknown, origin: string): CodexError =>
  isProblemBody(body)
    ? problemErrorFrom({ ...body, status }, retryAfterSeconds(headers))
    : new UnexpectedAnswerError(origin, status, headers.get('content-type'))
