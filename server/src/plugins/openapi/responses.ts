import { type Operation, type ProblemCode, problems, problemsOf } from '@codex-booking/sdk/contract'
import { Problem } from '../../problems.js'
import { problemBody } from '../problems/problem-body.js'
import type { JsonSchema } from './schemas.js'

const headerReference = (name: string) => ({ $ref: `#/components/headers/${name}` })

/** Headers of answers. */
export const headers = {
  RequestId: { description: 'Names the request in the log of the server.', schema: { type: 'string' } },
  RetryAfter: { description: 'Seconds after which it is worth trying again.', schema: { type: 'integer' } },
  Tag: {
    description: 'Of this answer: sent back in `If-None-Match` it asks whether another one is right by now.',
    schema: { type: 'string' },
  },
  Authenticate: { description: 'How to say who asks.', schema: { type: 'string' } },
}

/** Everything that an operation can answer, by status. */
export function responsesOf(operation: Operation, success: JsonSchema): Record<string, JsonSchema> {
  const byStatus = Object.groupBy(problemsOf(operation), (code) => problems[code].status)
  return {
    [operation.success.status]: {
      description: 'Success.',
      headers: {
        'X-Request-Id': headerReference('RequestId'),
        ...(operation.isTagged && { ETag: headerReference('Tag') }),
      },
      content: { [operation.success.isStream ? 'text/event-stream' : 'application/json']: { schema: success } },
    },
    ...(operation.isTagged && { 304: unchanged }),
    ...Object.fromEntries(Object.entries(byStatus).map(([status, codes]) => [status, problemResponse(codes)])),
  }
}

const unchanged: JsonSchema = {
  description: 'The answer whose tag was sent is still right.',
  headers: { 'X-Request-Id': headerReference('RequestId'), ETag: headerReference('Tag') },
}

const problemResponse = (codes: readonly ProblemCode[]): JsonSchema => ({
  description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
  headers: {
    'X-Request-Id': headerReference('RequestId'),
    ...(codes.some((code) => code === 'unavailable' || code === 'rate-limited') && {
      'Retry-After': headerReference('RetryAfter'),
    }),
    ...(codes.includes('unauthorized') && { 'WWW-Authenticate': headerReference('Authenticate') }),
  },
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
    },
  },
})

const exampleOf = (code: ProblemCode) =>
  problemBody(
    new Problem(code, problems[code].title, {
      ...(code === 'validation-failed' && { errors: [{ path: 'client.email', message: 'Is required' }] }),
      ...((code === 'slot-taken' || code === 'hold-expired') && { reason: 'fully-booked' as const, alternatives: [] }),
    }),
    '5c0e1f5e-0b55-4f0e-9f0a-2a7c3f5f2c11',
  )
