import type * as z from 'zod/mini'
import type { FieldError } from './problem.js'

/** A list for a person to go through; a request with more mistakes is not one that a person wrote. */
const MAX_ERRORS = 100

/**
 * What zod found wrong, as the `errors` of a `validation-failed` problem: one entry for each wrong value (the first
 * thing wrong with it), and an unknown field under its own name. At most 100.
 *
 * @param at where the checked value stands, for what is not the body or the query: `idempotency-key`
 * @example
 * const result = z.safeParse(newBooking, body)
 * if (!result.success) return fieldErrors(result.error.issues)
 * // [{ path: 'client.email', message: 'Enter an address with an @, for example guest@example.test' }]
 */
export const fieldErrors = (issues: readonly z.core.$ZodIssue[], at: readonly string[] = []): FieldError[] => {
  const found = issues.flatMap((issue) => {
    const path = [...at, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'There is no such field' }))
    }
    const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined
    return [{ path: path.join('.'), message: message ?? issue.message }]
  })
  const firstByPath = new Map<string, FieldError>()
  for (const error of found) if (!firstByPath.has(error.path)) firstByPath.set(error.path, error)
  return [...firstByPath.values()].slice(0, MAX_ERRORS)
}
