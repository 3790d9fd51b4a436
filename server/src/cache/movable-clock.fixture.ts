import type { Clock } from '../clock.js'

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  advance(seconds: number): void
}

export function movableClock(at = '2027-03-16T08:00:00Z'): MovableClock {
  let ms = Date.parse(at)
  return {
    now: () => new Date(ms),
    advance: (seconds) => {
      ms += seconds * 1000
    },
  }
}
