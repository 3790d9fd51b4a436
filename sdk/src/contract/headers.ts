import * as z from 'zod/mini'

/** The value of `Idempotency-Key`. */
export const idempotencyKey = z
  .string()
  .check(z.regex(/^[\x21-\x7e]{1,255}$/, 'Must be 1 to 255 printable characters without spaces'))

/** The value of `Codex-Manage-Token`. */
export const manageToken = z
  .string()
  .check(z.regex(/^[\x21-\x7e]{1,512}$/, 'Must be 1 to 512 printable characters without spaces'))

/** The value of `Last-Event-ID`; one that is none of ours, or too old, means that anything may have been missed. */
export const lastEventId = z
  .string()
  .check(z.regex(/^[\x20-\x7e]{0,100}$/, 'Must be the id of an event: at most 100 printable characters'))
