import * as z from 'zod/mini'

/** The value of `Idempotency-Key`. */
export const idempotencyKey = z
  .string()
  .check(z.regex(/^[\x21-\x7e]{1,255}$/, 'Must be 1 to 255 printable characters without spaces'))

/** The value of `Codex-Manage-Token`. */
export const manageToken = z
  .string()
  .check(z.regex(/^[\x21-\x7e]{1,512}$/, 'Must be 1 to 512 printable characters without spaces'))
