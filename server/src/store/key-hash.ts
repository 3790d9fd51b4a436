import { createHash } from 'node:crypto'

/** How a key is remembered: nobody makes the key of it. Keys are long and random, so that nothing slower is needed. */
export const keyHash = (key: string): string => createHash('sha256').update(key).digest('hex')
