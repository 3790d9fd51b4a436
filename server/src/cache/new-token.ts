import { randomBytes } from 'node:crypto'

/**
 * A text that was never there before and never will be, also after a restart that lost all earlier ones: counting would
 * begin anew, and what was kept under the first 1 would be taken for what belongs to the second.
 */
export const newToken = (): string => randomBytes(12).toString('base64url')
