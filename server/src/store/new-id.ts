import { randomUUID } from 'node:crypto'

/**
 * A new UUID of version 7: 48 bits of time in milliseconds, the rest random, so that ids sort by age and lie side by
 * side in an index.
 */
export function newId(now: Date): string {
  const time = now.getTime().toString(16).padStart(12, '0')
  // A UUID of version 4 has its random bits, and the variant, in the same places.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
