import type { Candidate, Plan } from './plan.js'

/**
 * One service after the first, for every minute at which the visit can be ready for it. Shared by all starts of the
 * day: however many ways lead to a ready minute, what follows is worked out once.
 *
 * The matrices are flat, with a row for each candidate and a column for each ready minute.
 */
export interface Layer {
  readonly candidates: readonly Candidate[]
  readonly columns: number
  /** The earliest start at or after the ready minute; NaN where there is none. */
  readonly starts: Float64Array
  /** The column of the next layer that this start leads to; unused in the last layer. */
  readonly leadsTo: Int32Array
}

/** Ready minutes: a table from minute to column, which is the minute's place among all of them. */
export class ReadyMinutes {
  readonly minutes: number[] = []
  readonly #first: number
  readonly #columns: Int32Array

  /** @param all in any order, repeated or NaN ("never") as they come; at least one is a minute */
  constructor(all: Float64Array) {
    let first = Number.POSITIVE_INFINITY
    let last = Number.NEGATIVE_INFINITY
    for (const minute of all) {
      if (minute < first) first = minute
      if (minute > last) last = minute
    }
    this.#first = first
    this.#columns = new Int32Array(last - first + 1)
    for (const minute of all) if (!Number.isNaN(minute)) this.#columns[minute - first] = 1
    for (let index = 0; index < this.#columns.length; index++) {
      if (this.#columns[index] === 0) continue
      this.#columns[index] = this.minutes.length
      this.minutes.push(first + index)
    }
  }

  columnOf(minute: number): number {
    return this.#columns[minute - this.#first] as number
  }
}

/** The layers from the second service on, from the minutes at which the first one can be over, gap included. */
export function readyLayers(plan: Plan, firstReadies: ReadyMinutes): Layer[] {
  const layers: Layer[] = []
  let readies = firstReadies
  for (const [service, candidates] of plan.entries()) {
    if (service === 0) continue
    const columns = readies.minutes.length
    const starts = new Float64Array(candidates.length * columns)
    const leadsTo = new Int32Array(starts.length)
    layers.push({ candidates, columns, starts, leadsTo })
    for (const [row, candidate] of candidates.entries()) fillStarts(candidate, readies.minutes, starts, row * columns)
    if (service === plan.length - 1) break

    const nextReadies = starts.slice()
    for (const [row, { minutesUntilReady }] of candidates.entries()) {
      for (let cell = row * columns; cell < (row + 1) * columns; cell++) {
        nextReadies[cell] = (nextReadies[cell] as number) + minutesUntilReady
      }
    }
    readies = new ReadyMinutes(nextReadies)
    // Cells without a start get a column too, which nobody looks at.
    for (let cell = 0; cell < leadsTo.length; cell++) leadsTo[cell] = readies.columnOf(nextReadies[cell] as number)
  }
  return layers
}

/** Writes a candidate's row. Ready minutes and start intervals both ascend: one walk serves them all. */
function fillStarts({ starts: { lows, highs } }: Candidate, readies: number[], into: Float64Array, offset: number) {
  let interval = 0
  for (let column = 0; column < readies.length; column++) {
    const ready = readies[column] as number
    while (interval < highs.length && (highs[interval] as number) < ready) interval++
    into[offset + column] = interval < lows.length ? Math.max(lows[interval] as number, ready) : Number.NaN
  }
}
