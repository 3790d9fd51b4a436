import type { ResourceAvailability, Resources } from '../types.js'
import type { Question } from './question.js'

/** No span is longer than the time from the first opening of anybody to the last, and what runs on after closing. */
export function longestMinutes({ shapes, resources: { ids } }: Question, resources: Resources): number {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const id of ids) {
    for (const { start, end } of (resources.get(id) as ResourceAvailability).openings) {
      if (start < first) first = start
      if (end > last) last = end
    }
  }
  // A service may end with processing, after closing time.
  let services = 0
  for (const list of shapes) services += list.reduce((longest, { minutes }) => Math.max(longest, minutes), 0)
  return Math.max(0, last - first) + services
}
