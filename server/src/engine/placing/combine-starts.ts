import type { StartIntervals } from './start-intervals.js'

/** The starts that are in both; the windows are those of the first. */
export function intersect(one: StartIntervals, other: StartIntervals): StartIntervals {
  const lows: number[] = []
  const highs: number[] = []
  const windowStarts: number[] = []
  let mine = 0
  let theirs = 0
  while (mine < one.lows.length && theirs < other.lows.length) {
    const myHigh = one.highs[mine] as number
    const theirHigh = other.highs[theirs] as number
    const low = Math.max(one.lows[mine] as number, other.lows[theirs] as number)
    const high = Math.min(myHigh, theirHigh)
    if (low <= high) {
      lows.push(low)
      highs.push(high)
      windowStarts.push(one.windowStarts[mine] as number)
    }
    if (myHigh < theirHigh) mine++
    else theirs++
  }
  return { lows, highs, windowStarts }
}

/** The starts that are in any of them, where nobody asks for windows. */
export function unite(all: readonly StartIntervals[]): StartIntervals {
  if (all.length === 1) return all[0] as StartIntervals
  const sorted = all
    .flatMap(({ lows, highs }) => lows.map((low, index) => ({ low, high: highs[index] as number })))
    .sort((one, other) => one.low - other.low)
  const lows: number[] = []
  const highs: number[] = []
  for (const { low, high } of sorted) {
    const last = highs.at(-1)
    if (last === undefined || last < low - 1) {
      lows.push(low)
      highs.push(high)
    } else if (last < high) highs[highs.length - 1] = high
  }
  return { lows, highs, windowStarts: lows }
}

/** The starts that pass a test, minute by minute. */
export function sift({ lows, highs, windowStarts }: StartIntervals, holds: (start: number) => boolean): StartIntervals {
  const sifted: StartIntervals = { lows: [], highs: [], windowStarts: [] }
  for (const [index, low] of lows.entries()) {
    let isOpen = false
    for (let minute = low; minute <= (highs[index] as number); minute++) {
      const passes = holds(minute)
      if (passes && isOpen) sifted.highs[sifted.highs.length - 1] = minute
      else if (passes) {
        sifted.lows.push(minute)
        sifted.highs.push(minute)
        sifted.windowStarts.push(windowStarts[index] as number)
      }
      isOpen = passes
    }
  }
  return sifted
}
