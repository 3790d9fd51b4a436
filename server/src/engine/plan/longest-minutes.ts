import type { Resources } from '../types.js'
import type { Question } from './question.js'

/** No span is longer than the time from the first opening of anybody to the last, and what runs on after closing. */
export function longestMinutes({ request, shapes }: Question, resources: Resources): number {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  const seen = new Set<string>()
  for (const { performers } of request.services) {
    for (const { resourceId } of performers) {
      if (seen.has(resourceId)) continue
      seen.add(resourceId)
      for (const { start, end } of resources.get(resourceId)?.openings ?? []) {
        first = Math.min(first, start)
        last = Math.max(last, end)
      }
    }
  }
  // A service may end with processing, after closing time.
  const services = shapes.reduce((sum, list) => sum + Math.max(0, ...list.map(({ minutes }) => minutes)), 0)
  return Math.max(0, last - first) + services
}
