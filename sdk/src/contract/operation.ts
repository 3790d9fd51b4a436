import type * as z from 'zod/mini'
import type { ProblemCode } from './problem.js'

/**
 * One operation of the HTTP API, as data. The server validates and serialises with it, the OpenAPI document is made
 * from it, the client is typed by it.
 */
export interface Operation {
  id: string
  method: 'GET' | 'POST'
  /** `:name` stands for a path parameter. */
  path: `/v1/${string}`
  tag: 'catalogue' | 'availability' | 'bookings'
  summary: string
  description?: string
  /** `manage-token`: the publishable key and, in `Codex-Manage-Token`, the token of the booking. */
  access: 'publishable-key' | 'manage-token'
  params?: z.ZodMiniObject
  query?: z.ZodMiniObject
  body?: z.ZodMiniObject
  /** Takes an `Idempotency-Key`: the same key and body get the same answer, for 24 hours. */
  isIdempotent?: true
  success: { status: 200 | 201; schema: z.ZodMiniObject }
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
