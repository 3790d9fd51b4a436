import { createHash } from 'node:crypto'

/** Hash of a parsed request, the same for any order of its fields: tells a retry from another request. */
export const requestHash = (request: unknown): string =>
  createHash('sha256').update(JSON.stringify(request, inOrder)).digest('hex')

const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value
