import type { ChainRequest, Resources } from '../types.js'

/** No span is longer than the time from the first opening of anybody to the last. */
export function longestMinutes({ services }: ChainRequest, resources: Resources): number {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  let longestTotal = 0
  for (const { performers } of services) {
    let longest = 0
    for (const { resourceId, steps } of performers) {
      for (const { start, end } of resources.get(resourceId)?.openings ?? []) {
        first = Math.min(first, start)
        last = Math.max(last, end)
      }
      longest = Math.max(
        longest,
        steps.reduce((sum, { minutes }) => sum + minutes, 0),
      )
    }
    longestTotal += longest
  }
  // A service may end with processing, after closing time.
  return Math.max(0, last - first) + longestTotal
}
