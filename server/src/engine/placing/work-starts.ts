import type { Interval } from '../types.js'
import { intersect } from './combine-starts.js'
import type { Stretch } from './shape.js'
import { type StartIntervals, startIntervals } from './start-intervals.js'
import type { Stock } from './stock.js'

/** Work of an item on a resource. */
export interface Work {
  readonly resourceId: string
  /** At least one, from the item's start. */
  readonly stretches: readonly Stretch[]
  /** Minutes after the service that block the resource as well. */
  readonly gapMinutes: number
}

/** Where an item may start at all, whoever does it. */
export interface Bounds {
  readonly earliest: number
  readonly latest: number
}

/** The starts at which a resource has time for all stretches of an item's work, each with the buffer after it. */
export function workStarts(stock: Stock, { resourceId, stretches, gapMinutes }: Work, bounds: Bounds): StartIntervals {
  const { bufferMinutes } = stock.get(resourceId)
  const openings = stock.openings(resourceId)
  const taken = stock.taken(resourceId)
  let starts: StartIntervals | undefined
  for (const [index, { from, to }] of stretches.entries()) {
    const placement = {
      activeMinutes: to - from,
      tailMinutes: bufferMinutes + (index === stretches.length - 1 ? gapMinutes : 0),
      earliest: bounds.earliest + from,
      latest: bounds.latest + from,
    }
    const here = movedBack(startIntervals(openings, taken, placement), from)
    // The window that counts is the one which holds the start: that of the first stretch.
    starts = starts === undefined ? here : intersect(starts, here)
  }
  return starts as StartIntervals
}

function movedBack(starts: StartIntervals, minutes: number): StartIntervals {
  if (minutes === 0) return starts
  const back = (minute: number) => minute - minutes
  return { lows: starts.lows.map(back), highs: starts.highs.map(back), windowStarts: starts.windowStarts }
}

/** The minutes of a resource that an item takes: work, and the end of the tail after it. */
export interface TakenWork extends Interval {
  readonly tailEnd: number
}

/** An item's work on a resource at a start. */
export function takenBy(stock: Stock, { resourceId, stretches, gapMinutes }: Work, start: number): TakenWork[] {
  const { bufferMinutes } = stock.get(resourceId)
  const taken: TakenWork[] = []
  for (let index = 0; index < stretches.length; index++) {
    const { from, to } = stretches[index] as Stretch
    const tail = bufferMinutes + (index === stretches.length - 1 ? gapMinutes : 0)
    taken.push({ start: start + from, end: start + to, tailEnd: start + to + tail })
  }
  return taken
}
