import type { Problem, ProblemCode } from '../contract/problem.js'
import { ForbiddenError } from './forbidden-error.js'
import { HoldExpiredError } from './hold-expired-error.js'
import { InvalidTransitionError } from './invalid-transition-error.js'
import { NotFoundError } from './not-found-error.js'
import { ProblemError } from './problem-error.js'
import { RateLimitedError } from './rate-limited-error.js'
import { SlotTakenError } from './slot-taken-error.js'
import { TooLateError } from './too-late-error.js'
import { UnauthorizedError } from './unauthorized-error.js'
import { UnavailableError } from './unavailable-error.js'
import { ValidationError } from './validation-error.js'

const classes = {
  unauthorized: UnauthorizedError,
  forbidden: ForbiddenError,
  'not-found': NotFoundError,
  'slot-taken': SlotTakenError,
  'hold-expired': HoldExpiredError,
  'invalid-transition': InvalidTransitionError,
  'too-late': TooLateError,
  'validation-failed': ValidationError,
  'rate-limited': RateLimitedError,
  unavailable: UnavailableError,
} as const

type Classes = typeof classes

/** The class of error that a problem code becomes. */
export type ProblemErrorOf<Code extends ProblemCode> = Code extends keyof Classes
  ? InstanceType<Classes[Code]>
  : ProblemError & { readonly code: Code }

export const problemErrorFrom = (problem: Problem, retryAfterSeconds: number | null): ProblemError => {
  const Class = Object.hasOwn(classes, problem.code) ? classes[problem.code as keyof Classes] : ProblemError
  return new Class(problem, retryAfterSeconds)
}
