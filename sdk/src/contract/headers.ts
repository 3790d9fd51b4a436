import * as z from 'zod/mini'

/** Names a request, so that a retry gets the first answer instead of a second booking. A UUID is a good one. */
export const IDEMPOTENCY_KEY_HEADER = 'idempotency-key'
/** Carries the token that opens one booking. */
export const MANAGE_TOKEN_HEADER = 'codex-manage-token'

export const idempotencyKey = z
  .string()
  .check(z.regex(/^[\x21-\x7e]{1,255}$/, 'Must be 1 to 255 printable characters without spaces'))
export const manageToken = z.string().check(z.minLength(1), z.maxLength(512))
