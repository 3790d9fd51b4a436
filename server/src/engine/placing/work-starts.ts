import type { Interval } from '../types.js'
import { intersect } from './combine-starts.js'
import type { Stretch } from './shape.js'
import { perInterval, type StartIntervals, startIntervals } from './start-intervals.js'
import type { StockedResource } from './stock.js'

/** Work of an item. */
export interface TimedWork {
  /** At least one, from the item's start. */
  readonly stretches: readonly Stretch[]
  /** Minutes after the service that block the resource as well. */
  readonly gapMinutes: number
}

/** Work of an item on a resource. */
export interface Work extends TimedWork {
  readonly resourceId: string
}

/** Where an item may start at all, whoever does it. */
export interface Bounds {
  readonly earliest: number
  readonly latest: number
}

/** The starts at which a resource has time for all stretches of an item's work, each with the buffer after it. */
export function workStarts(on: StockedResource, { stretches, gapMinutes }: TimedWork, bounds: Bounds): StartIntervals {
  const { bufferMinutes } = on.resource
  const taken = on.taken()
  let starts: StartIntervals | undefined
  for (let index = 0; index < stretches.length; index++) {
    const { from, to } = stretches[index] as Stretch
    const placement = {
      activeMinutes: to - from,
      tailMinutes: bufferMinutes + (index === stretches.length - 1 ? gapMinutes : 0),
      earliest: bounds.earliest + from,
      latest: bounds.latest + from,
    }
    const here = movedBack(startIntervals(on.openings, taken, placement), from)
    // The window that counts is the one which holds the start: that of the first stretch.
    starts = starts === undefined ? here : intersect(starts, here)
  }
  return starts as StartIntervals
}

/** Moves starts, not their windows. */
const movedBack = (starts: StartIntervals, minutes: number): StartIntervals =>
  minutes === 0
    ? starts
    : starts.map((minute, index) => (index % perInterval === perInterval - 1 ? minute : minute - minutes))

/** The minutes of a resource that an item takes: work, and the end of the tail after it. */
export interface TakenWork extends Interval {
  readonly tailEnd: number
}

/** One stretch of an item's work on a resource, of an item that starts then. */
export function takenWork(on: StockedResource, work: TimedWork, index: number, start: number): TakenWork {
  const { from, to } = work.stretches[index] as Stretch
  const end = start + to
  const gapMinutes = index === work.stretches.length - 1 ? work.gapMinutes : 0
  return { start: start + from, end, tailEnd: end + on.resource.bufferMinutes + gapMinutes }
}
