import { type Problem as ProblemBody, problems } from '@codex-booking/sdk/contract'
import type { Problem } from '../../problems.js'

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** The body of an answer that is not a success, RFC 9457. */
export function problemBody({ code, message, fields }: Problem, requestId: string): ProblemBody {
  return {
    type: `urn:codex-booking:problem:${code}`,
    title: problems[code].title,
    status: problems[code].status,
    detail: message,
    code,
    requestId,
    ...(fields.errors && { errors: [...fields.errors] }),
    ...(fields.reason && { reason: fields.reason }),
    ...(fields.alternatives && { alternatives: [...fields.alternatives] }),
  }
}

/** The headers that go with a problem. */
export function problemHeaders({ code, fields }: Problem): Record<string, string> {
  return {
    'content-type': PROBLEM_TYPE,
    'cache-control': 'no-store',
    ...(code === 'unauthorized' && { 'www-authenticate': 'Bearer realm="codex-booking"' }),
    ...(fields.retryAfterSeconds !== undefined && { 'retry-after': String(fields.retryAfterSeconds) }),
  }
}
