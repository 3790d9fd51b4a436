import type * as z from 'zod/mini'
import type { ProblemCode } from './problem.js'
import type { Route } from './routes.js'

/**
 * One operation of the HTTP API, as data. The server validates and serialises with it, the OpenAPI document is made
 * from it, the client is typed by it.
 */
export interface Operation extends Route {
  tag: 'catalogue' | 'availability' | 'bookings'
  summary: string
  description?: string
  params?: z.ZodMiniObject
  query?: z.ZodMiniObject
  body?: z.ZodMiniObject
  /**
   * What comes when all goes well. Of a stream (server-sent events, without an end) `schema` is the data of each event,
   * as JSON; every event has an id, and a request that names one in `Last-Event-ID` goes on after it.
   */
  success: { status: 200 | 201; schema: z.ZodMiniObject; isStream?: true }
  /** Its answer carries an `ETag`: whoever sends it back in `If-None-Match` gets `304` as long as it is still right. */
  isTagged?: true
  /** What it can answer besides the problems that every operation has (`commonProblems`). */
  problems: readonly ProblemCode[]
}

export const operation = <const Shape extends Operation>(shape: Shape): Shape => shape

/** Problems that any operation may answer with. */
export const commonProblems = [
  'malformed-request',
  'unauthorized',
  'validation-failed',
  'internal',
  'unavailable',
] as const

/** Everything that an operation may answer besides its success. */
export const problemsOf = ({ access, body, isIdempotent, problems }: Operation): ProblemCode[] => [
  ...commonProblems,
  ...(access === 'secret-key' ? (['forbidden'] as const) : []),
  ...(body === undefined ? [] : (['too-large', 'unsupported-media-type'] as const)),
  ...(isIdempotent ? (['request-in-progress', 'idempotency-key-reused'] as const) : []),
  ...problems,
]
