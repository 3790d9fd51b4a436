import type { FieldError, ProblemCode, Reason, Slot } from '@codex-booking/sdk/contract'

export type { FieldError }

/** What a problem says besides its code. */
export interface ProblemFields {
  /** One wrong value each, for `validation-failed`. */
  errors?: readonly FieldError[]
  /** Why there is no time, for `slot-taken`. */
  reason?: Reason
  /** The nearest starts that are free, for `slot-taken`. */
  alternatives?: readonly Slot[]
  /** Seconds after which it is worth trying again. */
  retryAfterSeconds?: number
}

/**
 * What a request cannot have, and why: thrown by use cases, answered as `application/problem+json` with the status that
 * the contract gives the code. `detail` is read by people and must hold nothing private.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly fields: ProblemFields

  constructor(code: ProblemCode, detail: string, fields: ProblemFields = {}) {
    super(detail)
    this.code = code
    this.fields = fields
  }
}

/** There is no such thing, or it belongs to somebody else: nobody learns which. */
export const notFound = (detail: string): Problem => new Problem('not-found', detail)

/** Somebody asks about a booking without showing that it is their own. */
export const tokenMissing = (): Problem =>
  new Problem('unauthorized', 'The token of the booking is missing: send it in Codex-Manage-Token.')

/** Every wrong value of the request in one list. */
export const validationFailed = (errors: readonly FieldError[]): Problem =>
  new Problem('validation-failed', summary(errors), { errors })

/** Something we depend on does not answer, or is too busy; trying again is worth it. */
export const unavailable = (detail: string, retryAfterSeconds = 1): Problem =>
  new Problem('unavailable', detail, { retryAfterSeconds })

const summary = (errors: readonly FieldError[]): string =>
  errors.length === 1 ? 'One value of the request is wrong.' : `${errors.length} values of the request are wrong.`
