import * as z from 'zod'
import type { StepRow } from './site-snapshot.js'

const steps = z
  .array(z.object({ kind: z.enum(['active', 'processing']), minutes: z.int().positive() }))
  .min(1)
  .refine(([first]) => first?.kind !== 'processing', { path: [0, 'kind'], error: 'The first step must be active' })
  .readonly()

/**
 * The steps of a service as they lie in the database.
 *
 * @throws if they are not what this version can plan with; the message names the service.
 */
export function parseSteps(value: unknown, owner: string): readonly StepRow[] {
  const result = steps.safeParse(value)
  if (result.success) return result.data
  throw new Error(`The steps of ${owner} cannot be used: ${z.prettifyError(result.error)}`)
}
