/** Of an entry in a stream of Redis: milliseconds, and the order among those of the same one. */
const STREAM_ID = /^\d{1,15}-\d{1,15}$/

/** Whether a text can be the id of an entry; anything else is an error in Redis, and ids come back from clients. */
export const isStreamId = (text: string): boolean => STREAM_ID.test(text)

/** Whether an entry is newer than another; where nobody can say, it may be. */
export function isNewer(id: string | undefined, other: string | undefined): boolean {
  if (id === undefined || other === undefined) return true
  const [ms = 0, order = 0] = id.split('-').map(Number)
  const [otherMs = 0, otherOrder = 0] = other.split('-').map(Number)
  return ms > otherMs || (ms === otherMs && order > otherOrder)
}
