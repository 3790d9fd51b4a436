import { perInterval, type StartIntervals } from './start-intervals.js'

/** The starts that are in both; the windows are those of the first. */
export function intersect(one: StartIntervals, other: StartIntervals): StartIntervals {
  const both: number[] = []
  let mine = 0
  let theirs = 0
  while (mine < one.length && theirs < other.length) {
    const myHigh = one[mine + 1] as number
    const theirHigh = other[theirs + 1] as number
    const low = Math.max(one[mine] as number, other[theirs] as number)
    const high = Math.min(myHigh, theirHigh)
    if (low <= high) both.push(low, high, one[mine + 2] as number)
    if (myHigh < theirHigh) mine += perInterval
    else theirs += perInterval
  }
  return both
}

/** The starts that are in any of them, where nobody asks for windows. */
export function unite(all: readonly StartIntervals[]): StartIntervals {
  if (all.length === 1) return all[0] as StartIntervals
  const sorted: { low: number; high: number }[] = []
  for (const starts of all) {
    for (let index = 0; index < starts.length; index += perInterval) {
      sorted.push({ low: starts[index] as number, high: starts[index + 1] as number })
    }
  }
  sorted.sort((one, other) => one.low - other.low)
  const united: number[] = []
  for (const { low, high } of sorted) {
    const last = united.length - perInterval + 1
    const before = united[last]
    if (before === undefined || before < low - 1) united.push(low, high, low)
    else if (before < high) united[last] = high
  }
  return united
}
