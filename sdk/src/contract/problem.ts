import * as z from 'zod/mini'
import { slot } from './slot.js'

/** Every problem that the API can answer with: its HTTP status and its title. */
export const problems = {
  'malformed-request': { status: 400, title: 'The request cannot be read' },
  unauthorized: { status: 401, title: 'A key or a token is missing or wrong' },
  forbidden: { status: 403, title: 'This key may not do that' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'slot-taken': { status: 409, title: 'This time has been taken' },
  'hold-expired': { status: 409, title: 'The time is no longer held' },
  'invalid-transition': { status: 409, title: 'The booking is not in a state that allows this' },
  'too-late': { status: 409, title: 'The notice period has begun' },
  'request-in-progress': { status: 409, title: 'The same request is still being worked on' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON' },
  'validation-failed': { status: 422, title: 'Some values are wrong' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key belongs to another request' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available at the moment' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** Why there is no time: the engine's reasons. */
export const reason = z.enum(['no-resource', 'notice', 'beyond-horizon', 'chain-too-long', 'fully-booked', 'closed'])

/** One wrong value: where it stands (`items.1.resourceId`, `start`, `idempotency-key`) and what is wrong with it. */
export const fieldError = z.object({ path: z.string(), message: z.string() })

/** The body of every answer that is not a success: RFC 9457, `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  requestId: z.string(),
  errors: z.optional(z.array(fieldError)),
  reason: z.optional(reason),
  alternatives: z.optional(z.array(slot)),
})

export type Problem = z.output<typeof problem>
export type FieldError = z.output<typeof fieldError>
export type Reason = z.output<typeof reason>
